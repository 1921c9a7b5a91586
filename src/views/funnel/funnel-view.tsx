import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useAgedRecords } from "#dashboard/data/use-selected-records.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { useLatch } from "#dashboard/frame/view-frame.tsx";
import { OutlookPanel } from "#dashboard/outlook/outlook-panel.tsx";
import { FUNNEL_KEYS, VERSUS_KEYS } from "#selection/keys/funnel.ts";
import { useKeys } from "#selection/use-selection.ts";
import { AgesPanel } from "./ages-panel.tsx";
import { CohortsPanel } from "./cohorts-panel.tsx";
import { FlowPanel } from "./flow-panel.tsx";
import { MultiplesPanel } from "./multiples-panel.tsx";
import { useAges } from "./use-ages.ts";
import { VersusPanel } from "./versus-panel.tsx";

/** Where referrals go on and where they leave: as a whole, by part, against another selection, and over time. */
export function FunnelView(): ReactNode {
  const { keys, faults, change } = useKeys(FUNNEL_KEYS);
  const { change: compareWith } = useKeys(VERSUS_KEYS);
  // Single referrals are read once all that is told by groups is here.
  const records = useAgedRecords(useLatch(useView().isSettled));
  const ages = useAges(records);
  return (
    <>
      <AddressNotice faults={faults} />
      <FlowPanel />
      <MultiplesPanel dimension={keys.split} onDimension={(dimension) => change({ split: dimension })} />
      <VersusPanel rival={keys.rival} onChange={compareWith} />
      <CohortsPanel ages={ages} age={keys.age} onAge={(age) => change({ age })} />
      <RecordsProgress records={records} />
      {!records.isTooMany && (
        <>
          <AgesPanel state={ages} records={records} age={keys.age} />
          <OutlookPanel records={records} />
        </>
      )}
    </>
  );
}
