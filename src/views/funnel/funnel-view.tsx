import { lazy, type ReactNode, Suspense } from "react";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { FUNNEL_KEYS, VERSUS_KEYS } from "#selection/keys/funnel.ts";
import { useKeys } from "#selection/use-selection.ts";
import { FlowPanel } from "./flow-panel.tsx";
import { MultiplesPanel } from "./multiples-panel.tsx";
import { VersusPanel } from "./versus-panel.tsx";

// Code for single records is loaded after the grouped results.
const AgedPanels = lazy(async () => ({ default: (await import("./aged-panels.tsx")).AgedPanels }));

/** Drop-offs of the selection: in total, by dimension, compared, and by age. */
export function FunnelView(): ReactNode {
  const { keys, faults, change } = useKeys(FUNNEL_KEYS);
  const { change: compareWith } = useKeys(VERSUS_KEYS);
  return (
    <>
      <AddressNotice faults={faults} />
      <FlowPanel />
      <MultiplesPanel dimension={keys.split} onDimension={(dimension) => change({ split: dimension })} />
      <VersusPanel rival={keys.rival} onChange={compareWith} />
      <Suspense>
        <AgedPanels age={keys.age} onAge={(age) => change({ age })} />
      </Suspense>
    </>
  );
}
