import type { ReactNode } from "react";
import { saveFile } from "#exports/save-file.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { Kept } from "#lib/kept.ts";
import { useObservable } from "#lib/observable.ts";

type UnreadableProps = {
  kept: Pick<Kept<unknown>, "unreadable" | "discard">;
  what: "visits" | "watch" | "targets" | "notes" | "views";
};

/** Says that what this device keeps can't be read, and lets the reader save or discard it; null otherwise. */
export function Unreadable({ kept, what }: UnreadableProps): ReactNode {
  const { t } = useI18n();
  const text = useObservable(kept.unreadable);
  if (text === null) return null;
  const save = () =>
    saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), `referrals-${what}.txt`);
  return (
    <div role="alert" className="no-print">
      <p>{t(`unreadable.${what}`)}</p>
      <p className="tools__row">
        <button type="button" className="link" onClick={save}>
          {t("unreadable.save")}
        </button>
        <button type="button" className="link" onClick={kept.discard}>
          {t("unreadable.discard")}
        </button>
      </p>
    </div>
  );
}
