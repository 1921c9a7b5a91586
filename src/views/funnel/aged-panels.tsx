import type { ReactNode } from "react";
import { useLoadProgress } from "#dashboard/context/view-context.tsx";
import { useAgedRecords } from "#dashboard/data/use-selected-records.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { useLatch } from "#dashboard/frame/view-frame.tsx";
import { OutlookPanel } from "#dashboard/outlook/outlook-panel.tsx";
import type { CohortAge } from "#selection/keys/funnel.ts";
import { AgesPanel } from "./ages-panel.tsx";
import { CohortsPanel } from "./cohorts-panel.tsx";
import { useAges } from "./use-ages.ts";

export type AgedPanelsProps = { age: CohortAge; onAge: (age: CohortAge) => void };

/** Cohorts at the same age, rates by age, and the forecast for open referrals. */
export function AgedPanels({ age, onAge }: AgedPanelsProps): ReactNode {
  // Single records are downloaded after all grouped results.
  const records = useAgedRecords(useLatch(useLoadProgress().isSettled));
  const ages = useAges(records);
  return (
    <>
      <CohortsPanel ages={ages} age={age} onAge={onAge} />
      <RecordsProgress records={records} />
      {!records.isTooMany && (
        <>
          <AgesPanel state={ages} records={records} age={age} />
          <OutlookPanel records={records} />
        </>
      )}
    </>
  );
}
