import { type ReactNode, useDeferredValue } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { DataPlane } from "#queries/data-plane.ts";
import { useSelection } from "#selection/use-selection.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { AddressNotice } from "./address-notice.tsx";
import { AskedFailure } from "./asked-failure.tsx";
import { OverviewPanels } from "./overview-panels.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useOverviewBasis } from "./use-overview.ts";

export type OverviewViewProps = { plane: DataPlane; config: AppConfig };

/** The first page: what became of the referrals of a period, at a glance. */
export function OverviewView({ plane, config }: OverviewViewProps): ReactNode {
  const { selection, faults, change } = useSelection();
  // The controls answer at once; the panels follow when the browser has time for them.
  const shown = useDeferredValue(selection);
  const basis = useOverviewBasis(plane, selection);
  const shownBasis = useOverviewBasis(plane, shown);
  if (basis.kind === "waiting" || shownBasis.kind === "waiting") return <Skeleton />;
  if (basis.kind === "failed") return <AskedFailure failed={basis} />;
  if (shownBasis.kind === "failed") return <AskedFailure failed={shownBasis} />;
  const { scope, extent } = basis.value;
  return (
    <>
      <AddressNotice faults={faults} grainFault={scope.grainFault} />
      <SelectionBar selection={selection} scope={scope} extent={extent} onChange={change} />
      <OverviewPanels
        plane={plane}
        config={config}
        basis={shownBasis.value}
        selection={shown}
        onChange={change}
      />
    </>
  );
}
