import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { Bucket } from "#ui/value.tsx";
import { Figure, RateFigure } from "../common/figure.tsx";
import { CohortStatus } from "./cohort-readout.tsx";
import { intervalWords } from "./multiples-table.tsx";
import { PeriodMark } from "./period-mark.tsx";

const COLUMNS = [
  "stage.created",
  "stage.acknowledged",
  "stage.accepted",
  "stage.won",
  "split.open",
  "split.acceptance",
  "split.acceptanceInterval",
  "split.win",
  "split.winInterval",
] as const;

export type CohortsTableProps = { cohorts: readonly Cohort[]; grain: Grain };

/** The cohorts in figures, the oldest first. */
export function CohortsTable({ cohorts, grain }: CohortsTableProps): ReactNode {
  const { words } = useI18n();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words("cohorts.cohort")}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {words(column)}
            </th>
          ))}
          <th scope="col" className="text">
            {words("trend.status")}
          </th>
        </tr>
      </thead>
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
  const { bucket, funnel, acceptance, win } = cohort;
  const within = bucket.covered;
  const name = i18n.formats.bucket(bucket.start, grain);
  return (
    <tr>
      <th scope="row">
        <PeriodMark period={within} name={name} basis="created" className="plain-button">
          <Bucket start={bucket.start} name={name} />
        </PeriodMark>
      </th>
      {(["created", "acknowledged", "accepted", "won"] as const).map((stage) => (
        <td key={stage}>
          <Figure
            value={funnel[stage]}
            drill={stage === "created" ? { within } : { within, reached: stage }}
          />
        </td>
      ))}
      <td>
        <Figure value={funnel.open} drill={{ within, fate: "open" }} />
      </td>
      <td>
        <RateFigure rate={acceptance} drill={{ within, reached: "accepted" }} />
      </td>
      <td className="second">{intervalWords(acceptance, i18n)}</td>
      <td>
        <RateFigure rate={win} drill={{ within, outcomes: ["won"] }} />
      </td>
      <td className="second">{intervalWords(win, i18n)}</td>
      <td className="text second">
        <CohortStatus cohort={cohort} />
      </td>
    </tr>
  );
}
