import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { preloadTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { useSelection } from "#selection/use-selection.ts";
import { VIEW_NAMES, type ViewName, viewAddress, viewAt } from "#selection/view-address.ts";

/** They have a chart over time, whose code is large: it is fetched when the pointer or the focus is on their link. */
const WITH_CHARTS: readonly ViewName[] = ["funnel", "trends", "times"];
const PRELOAD = { onPointerEnter: preloadTimeSeriesChart, onFocus: preloadTimeSeriesChart };

/** The views, each with the selection that is looked at now. */
export function ViewLinks(): ReactNode {
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
