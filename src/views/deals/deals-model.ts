import { median } from "d3-array";
import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import {
  type DealGroup,
  knownRisks,
  lossReasons,
  type MeasureValues,
  pipeline,
  type Reasons,
  registrationsOf,
  type TimeAxisOf,
  valueAtRisk,
  valuesByMeasure,
  wonOverTime,
} from "#records/deal-summary.ts";
import type { DealField } from "#referrals/deal-fields.ts";
import { type Registration, type Risk, WAITS_FOR } from "#referrals/deals.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { Drill } from "#selection/drill.ts";

/** A group of deals as a row with its drill-throughs: all, those with an amount in the measure, those without. */
export type DealRow<Key> = DealGroup<Key> & Record<"drill" | "valued" | "unvalued", Drill>;

export type RegistrationRow = DealRow<Registration> & { waitsFor: "partner" | "microsoft" | "nobody" };

/** Time to a registration step: median in ms over `count` deals; null for none. */
export type StepTime = { median: number | null; count: number };

/** The view model, with amounts in one measure. */
export type DealsModel = {
  /** See `amountReader`; null where no referral has an amount. */
  measure: string | null;
  measures: readonly MeasureValues[];
  unvalued: { open: number; won: number };
  pipeline: { by: "salesStage" | "outcome"; rows: readonly DealRow<string>[] };
  won: readonly DealRow<TrendBucket>[];
  /** `share` of the open amounts, 0 to 1; null where these sum to 0, or the source cannot tell. */
  atRisk: { rows: readonly DealRow<Risk>[]; share: number | null };
  reasons: Reasons;
  registrations: {
    won: number;
    rows: readonly RegistrationRow[];
    waiting: Record<"partner" | "microsoft", number>;
    registered: StepTime;
    approved: StepTime;
  };
};

/** `present`: the fields of the source. */
export type DealsOptions = { wanted: string | null; axis: TimeAxisOf; present: ReadonlySet<DealField> };

/** Figures on deals from the records of a selection, at the time of the data. */
export function dealsModel(records: SelectedRecords, { wanted, axis, present }: DealsOptions): DealsModel {
  const { table, rows, now } = records;
  const risks = knownRisks(present);
  const { measures, unvalued } = valuesByMeasure(table, rows, { now }, risks);
  const known = measures.find(({ measure }) => measure === wanted) ?? measures[0];
  const measure = known?.measure ?? null;
  const inMeasure = measure ?? "";
  const withDrill = <Key>(group: DealGroup<Key>, drill: Drill): DealRow<Key> => ({
    ...group,
    drill,
    valued: { ...drill, valued: inMeasure },
    unvalued: { ...drill, unvalued: inMeasure },
  });
  const { by, stages } = pipeline(table, rows, inMeasure);
  const stageDrill = (key: string): Drill =>
    by === "salesStage"
      ? { fate: "open", values: { salesStage: [key] } }
      : { outcomes: [key as NonNullable<Drill["outcomes"]>[number]] };
  return {
    measure,
    measures,
    unvalued,
    pipeline: { by, rows: stages.map((one) => withDrill(one, stageDrill(one.key))) },
    won: wonOverTime(table, rows, inMeasure, axis).map((one) =>
      withDrill(one, { outcomes: ["won"], within: one.key.covered }),
    ),
    atRisk: {
      rows: valueAtRisk(table, rows, inMeasure, { now }, risks).map((one) =>
        withDrill(one, { risks: [one.key] }),
      ),
      share: known?.atRisk && known.open.sum > 0 ? known.atRisk.sum / known.open.sum : null,
    },
    reasons: lossReasons(table, rows, axis),
    registrations: registrationModel(records, inMeasure, withDrill),
  };
}

function registrationModel(
  { table, rows }: SelectedRecords,
  measure: string,
  withDrill: <Key>(group: DealGroup<Key>, drill: Drill) => DealRow<Key>,
): DealsModel["registrations"] {
  const { won, steps, days } = registrationsOf(table, rows, measure);
  const ofSteps = steps.map((one) => ({
    ...withDrill(one, { registrations: [one.key] }),
    waitsFor: WAITS_FOR[one.key],
  }));
  const waiting = (who: "partner" | "microsoft") =>
    ofSteps.reduce((sum, { waitsFor, deals }) => (waitsFor === who ? sum + deals : sum), 0);
  const stepTime = (all: readonly number[]) => ({ median: median(all) ?? null, count: all.length });
  return {
    won,
    rows: ofSteps,
    waiting: { partner: waiting("partner"), microsoft: waiting("microsoft") },
    registered: stepTime(days["won-registered"]),
    approved: stepTime(days["registered-approved"]),
  };
}
