import { useEffect } from "react";
import { setTitle } from "#lib/title.ts";
import { useI18n } from "./i18n.tsx";

/** Names the document after a page of the application; null leaves that to what is within. */
export function useTitle(name: string | null): void {
  const { t } = useI18n();
  useEffect(() => {
    if (name !== null) setTitle([name, t("app.name")].filter(Boolean).join(" – "));
  }, [name, t]);
}
