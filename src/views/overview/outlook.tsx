import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useIsNear } from "#dashboard/data/use-is-near.ts";
import { useAgedRecords } from "#dashboard/data/use-selected-records.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { OutlookPanel } from "#dashboard/outlook/outlook-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { Panel } from "#ui/panel.tsx";

/** The forecast needs single records, which are downloaded once the panel is near the viewport. */
export function OutlookOfOverview(): ReactNode {
  const { t } = useI18n();
  const { panels } = useView().selection;
  const { ref, isNear, setNear } = useIsNear<HTMLDivElement>();
  const records = useAgedRecords(isNear);
  if (panels.length > 0 && !panels.includes("outlook")) return null;
  return (
    <div ref={ref} className="outlook">
      {isNear ? (
        <>
          <RecordsProgress records={records} />
          {!records.isTooMany && <OutlookPanel records={records} />}
        </>
      ) : (
        <Panel title={t("outlook.title")}>
          <div className="message">
            <p>{t("outlook.notYet")}</p>
            <button type="button" className="button" onClick={setNear}>
              {t("outlook.start")}
            </button>
          </div>
        </Panel>
      )}
    </div>
  );
}
