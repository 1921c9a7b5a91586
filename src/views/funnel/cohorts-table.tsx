import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Bucket } from "#ui/value.tsx";
import { CohortStatus } from "./cohort-readout.tsx";
import { FUNNEL_COLUMNS, FunnelCells } from "./funnel-cells.tsx";
import { PeriodMark } from "./period-mark.tsx";

export type CohortsTableProps = { cohorts: readonly Cohort[]; grain: Grain };

/** The cohorts in figures, the oldest first. */
export function CohortsTable({ cohorts, grain }: CohortsTableProps): ReactNode {
  return (
    <table className="table">
      <TableHead
        columns={["cohorts.cohort", ...FUNNEL_COLUMNS, { words: "trend.status", className: "text" }]}
      />
      <tbody>
        {cohorts.map((cohort) => (
          <CohortRow key={cohort.bucket.start} cohort={cohort} grain={grain} />
        ))}
      </tbody>
    </table>
  );
}

function CohortRow({ cohort, grain }: { cohort: Cohort; grain: Grain }): ReactNode {
  const i18n = useI18n();
  const { bucket, funnel } = cohort;
  const within = bucket.covered;
  const name = i18n.formats.bucket(bucket.start, grain);
  return (
    <tr>
      <th scope="row">
        <PeriodMark period={within} name={name} basis="created" className="plain-button">
          <Bucket start={bucket.start} name={name} />
        </PeriodMark>
      </th>
      <FunnelCells funnel={funnel} drill={{ within }} />
      <td className="text second">
        <CohortStatus cohort={cohort} />
      </td>
    </tr>
  );
}
