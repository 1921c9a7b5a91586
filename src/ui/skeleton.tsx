import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";

/** Placeholder of the page, identical to the one in index.html to avoid a layout shift; or of what is below its bar. */
export function Skeleton({ belowBar = false }: { belowBar?: boolean }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <p className="visually-hidden" role="status">
        {t("panel.loading")}
      </p>
      {!belowBar && <div className="skeleton skeleton--bar" />}
      <div className="skeleton skeleton--words" />
      <div className="skeleton skeleton--figures" />
      <div className="skeleton-row">
        <div className="skeleton skeleton--panel" />
        <div className="skeleton skeleton--panel" />
      </div>
    </>
  );
}
