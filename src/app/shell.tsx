import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { ACCOUNT_SLOT } from "#auth/account-slot.ts";
import { preloadTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { useSelection } from "#selection/use-selection.ts";
import { VIEW_NAMES, type ViewName, viewAddress, viewAt } from "#selection/view-address.ts";
import { TOOLS_SLOT } from "#views/header/tools-slot.ts";

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

/** They have a chart over time, whose code is large: it is fetched when the pointer or the focus is on their link. */
const WITH_CHARTS: readonly ViewName[] = ["funnel", "trends", "times"];
const PRELOAD = { onPointerEnter: preloadTimeSeriesChart, onFocus: preloadTimeSeriesChart };

/** The views, each with the selection that is looked at now. */
function ViewLinks(): ReactNode {
  const { t } = useI18n();
  const [path] = useLocation();
  const { selection } = useSelection();
  const current = viewAt(path);
  return (
    <nav className="header__views" aria-label={t("app.views")}>
      {VIEW_NAMES.map((name) => (
        <Link
          key={name}
          href={viewAddress(name, selection)}
          className="header__view"
          aria-current={name === current ? "page" : undefined}
          {...(WITH_CHARTS.includes(name) && PRELOAD)}
          ref={name === current ? showInRow : undefined}
        >
          {t(`view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Where the views do not fit beside each other they scroll: to the middle with this one. */
function showInRow(link: HTMLElement | null): void {
  const row = link?.parentElement;
  if (!link || !row) return;
  const [at, within] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left - within.left - (within.width - at.width) / 2;
}
