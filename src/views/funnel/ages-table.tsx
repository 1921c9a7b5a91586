import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { AGED_EVENTS, type AgedEvent, cohortAt, MARK_AGES } from "#records/aged-rates.ts";
import type { IncidenceAt } from "#statistics/incidence.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { Bucket } from "#ui/value.tsx";
import { type AgeRow, ageRows } from "./ages-model.ts";
import { PeriodMark } from "./period-mark.tsx";
import type { AgedPart, Ages } from "./use-ages.ts";

/** "18.1% to 45.4%"; null without a claim. */
export function intervalWords(at: IncidenceAt | null, { t, formats }: I18n): string | null {
  return at && t("split.range", { low: formats.percent(at.low), high: formats.percent(at.high) });
}

/** Both rates at fixed ages, with interval and number at risk. */
export function agesTable({ all }: Ages, i18n: I18n): TableModel<AgeRow> {
  const { t } = i18n;
  const make = figureColumns<AgeRow>(i18n);
  const columnsOf = (event: AgedEvent): ValueColumn<AgeRow>[] => [
    {
      id: event,
      header: t(`stage.${event}`),
      kind: "share",
      value: ({ at }) => at[event]?.value ?? null,
    },
    make.text({
      id: `${event} interval`,
      header: t("ages.interval"),
      value: ({ at }) => intervalWords(at[event], i18n),
      cellProps: () => ({ className: "second" }),
    }),
    {
      id: `${event} at risk`,
      header: t("ages.atRisk"),
      kind: "count",
      value: ({ at }) => at[event]?.atRisk ?? null,
      cellProps: () => ({ className: "second" }),
    },
  ];
  return {
    caption: t("ages.title"),
    isCaptionHidden: true,
    columns: [
      make.text({
        id: "age",
        header: t("ages.age"),
        value: ({ age, isEnd }) => t(isEnd ? "ages.end" : "ages.days", { age: Math.floor(age) }),
      }),
      ...AGED_EVENTS.flatMap(columnsOf),
    ],
    rows: ageRows(all),
    rowKey: ({ key }) => key,
  };
}

/** The rates of each part at fixed ages; notes mark estimates. */
export function agePartsTable({ parts, partsGrain }: Ages, i18n: I18n): TableModel<AgedPart> {
  const { t, formats } = i18n;
  const make = figureColumns<AgedPart>(i18n);
  const nameOf = ({ bucket }: AgedPart) => formats.bucket(bucket.start, partsGrain);
  const columnOf = (event: AgedEvent, age: number): ValueColumn<AgedPart> => ({
    id: `${event} ${age}`,
    header: t(`ages.by.${event}`, { age }),
    kind: "share",
    value: (part) => cohortAt(part, event, age)?.value ?? null,
    note: (part) => (cohortAt(part, event, age)?.isMature === false ? t("ages.estimate") : null),
  });
  return {
    caption: t("ages.parts"),
    columns: [
      make.bucket({
        header: t("cohorts.cohort"),
        grain: partsGrain,
        start: ({ bucket }) => bucket.start,
        cell: (part) => (
          <PeriodMark
            period={part.bucket.covered}
            name={nameOf(part)}
            basis="created"
            className="plain-button"
          >
            <Bucket start={part.bucket.start} name={nameOf(part)} />
          </PeriodMark>
        ),
      }),
      make.count({
        id: "size",
        header: t("stage.created"),
        value: ({ won }) => won.curve.table.size + won.unplaced,
        drill: ({ bucket }) => ({ within: bucket.covered }),
      }),
      ...AGED_EVENTS.flatMap((event) => MARK_AGES.map((age) => columnOf(event, age))),
    ],
    rows: parts,
    rowKey: ({ bucket }) => bucket.start,
  };
}
