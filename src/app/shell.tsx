import type { ReactNode } from "react";
import { ACCOUNT_SLOT } from "#auth/account-slot.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { TOOLS_SLOT } from "#views/header/tools-slot.ts";
import { ViewLinks } from "./view-links.tsx";

/** The frame of every page: name and views above, the view below. */
export function Shell({ children }: { children: ReactNode }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <header className="header">
        <h1 className="header__name">{t("app.name")}</h1>
        <ViewLinks />
        <div id={TOOLS_SLOT} className="tools" />
        <div id={ACCOUNT_SLOT} className="account" />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
