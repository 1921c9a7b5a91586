import { type ReactNode, useMemo } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { dealTextName } from "#dashboard/context/deal-names.ts";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { sourceFactsOf, sourceLimits } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { DateField, TermField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { hasRanges, rangeAt } from "#records/date-range.ts";
import { dealNumbers, dealTexts } from "#records/deal-columns.ts";
import { derivedFieldsOf } from "#records/derived-fields.ts";
import { openAgeOfRow } from "#records/row-age.ts";
import { flagOf, qualityFlags } from "#records/row-quality.ts";
import type { CodedTexts } from "#records/rows.ts";
import { DEAL_TEXTS, type DealText } from "#referrals/deal-fields.ts";
import { CLOSING_DATES, OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { QUALITY_CLASSES } from "#referrals/quality.ts";
import type { DealColumn, ReferralColumn } from "#selection/keys/referrals.ts";
import { precisionAdder } from "./date-precision.ts";
import { answerTimeReader, closedReader, closingFieldReader } from "./derived-columns.ts";
import {
  betweenSentence,
  DayOf,
  durationText,
  type ListColumn,
  type ListRow,
  type Made,
  Text,
} from "./list-cell.tsx";
import type { List } from "./use-list.ts";

export type ListColumns = Record<ReferralColumn, ListColumn>;

/** The columns of a list; memoised, because rows re-render when they change. */
export function useListColumns({ table, context }: Pick<List, "table" | "context">): ListColumns {
  const i18n = useI18n();
  const sizeName = useSizeName();
  const { data } = useView().config;
  return useMemo(() => {
    const made = {
      ...factColumns(table, i18n, sizeName),
      ...timeColumns(table, context, data, i18n),
      ...dealColumns(table, i18n),
    };
    const ids = Object.keys(made) as ReferralColumn[];
    const columns = ids.map((id) => [id, { id, header: i18n.t(`list.column.${id}`), ...made[id] }]);
    return Object.fromEntries(columns) as ListColumns;
  }, [table, context, data, i18n, sizeName]);
}

type FactColumn = "customer" | "outcome" | "market" | "partner" | "size" | "status" | "id";

export function OutcomeMark({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <span className="swatch" style={{ background: outcomeColour(outcome) }} />
      <data value={outcome}>{t(`outcome.${outcome}`)}</data>
    </>
  );
}

function factColumns(
  table: RecordTable,
  { t, formats }: I18n,
  sizeName: (size: string) => string,
): Record<FactColumn, Made> {
  const { markets, partners, sizes, outcomes } = derivedFieldsOf(table);
  const sent = (field: TermField): Made => {
    const { codes, values } = table.terms[field];
    const value = ({ row }: ListRow) => values[codes[row] as number] ?? null;
    return { kind: "text", value, cell: (row) => <Text text={value(row)} /> };
  };
  const coded = ({ codes, values }: CodedTexts, nameOf: (value: string) => string): Made & Coded => {
    const names = values.map(nameOf);
    const name = ({ row }: ListRow) => names[codes[row] as number] ?? "";
    const code = ({ row }: ListRow) => values[codes[row] as number] ?? "";
    const cell = (row: ListRow) => (
      <bdi>
        <data value={code(row)}>{name(row)}</data>
      </bdi>
    );
    return { kind: "text", value: name, code, cell };
  };
  const marketName = (code: string) => (code === "" ? t("market.none") : formats.market(code));
  const outcomeNames = OUTCOMES.map((outcome) => t(`outcome.${outcome}`));
  return {
    customer: sent("customerName"),
    outcome: {
      kind: "text",
      value: ({ row }) => outcomeNames[outcomes[row] as number] ?? null,
      code: ({ row }) => OUTCOMES[outcomes[row] as number] ?? null,
      cell: ({ row }) => <OutcomeMark outcome={OUTCOMES[outcomes[row] as number] ?? "unrecognised"} />,
    },
    market: coded(markets, marketName),
    partner: coded(partners, marketName),
    size: coded(sizes, sizeName),
    status: sent("status"),
    id: sent("id"),
  };
}

type Coded = { code: (row: ListRow) => string };

/** Holds "Oct 30 – Nov 6, 2026", in CSS pixels. */
const RANGE_WIDTH = 180;

function timeColumns(
  table: RecordTable,
  context: List["context"],
  data: AppConfig["data"],
  i18n: I18n,
): Record<Exclude<ReferralColumn, FactColumn | DealColumn>, Made> {
  const { t, formats } = i18n;
  const closedAt = closedReader(table);
  const flags = qualityFlags(table, context);
  const withPrecision = precisionAdder(table, {
    limits: sourceLimits(data),
    dayOnly: sourceFactsOf(data)?.dayOnly ?? [],
  });
  const day = (row: number, at: number) => <DayOf at={at} range={rangeAt(table, row, at)} />;
  const between = (row: number, at: number) => {
    const range = rangeAt(table, row, at);
    return range && betweenSentence(range, i18n);
  };
  const widthOf = (fields: readonly DateField[]) => (hasRanges(table, fields) ? RANGE_WIDTH : undefined);
  const date = (field: DateField): Made => {
    const { at, unreadable } = table.dates[field];
    const made: Made = {
      kind: "dateTime",
      value: ({ row }) => unreadable.get(row) ?? (at[row] as number),
      cell: ({ row }) => {
        const odd = unreadable.get(row);
        return odd === undefined ? day(row, at[row] as number) : <OddText text={odd} />;
      },
      note: ({ row }) => between(row, at[row] as number),
      sortDescFirst: true,
      width: widthOf([field]),
    };
    return withPrecision(made, [field], () => field);
  };
  const closed: Made = {
    kind: "dateTime",
    value: ({ row }) => closedAt(row),
    cell: ({ row }) => day(row, closedAt(row)),
    note: ({ row }) => between(row, closedAt(row)),
    sortDescFirst: true,
    width: widthOf([...CLOSING_DATES, "archivedDate"]),
  };
  const notesOf = ({ row }: ListRow) => {
    const notes = QUALITY_CLASSES.filter((name) => ((flags[row] as number) & flagOf(name)) !== 0);
    return notes.length === 0 ? null : formats.list(notes.map((name) => t(`note.${name}`)));
  };
  return {
    created: date("createdDate"),
    acknowledged: date("acknowledgedDate"),
    accepted: date("acceptedDate"),
    closed: withPrecision(closed, CLOSING_DATES, closingFieldReader(table)),
    answer: answerColumn(table, between, i18n),
    age: ageColumn(table, context, i18n),
    notes: { kind: "text", value: notesOf, sortDescFirst: true, cell: (row) => notesOf(row) ?? "–" },
  };
}

/** The response time, and between which imports the answer lies where no more is known. */
function answerColumn(
  table: RecordTable,
  between: (row: number, at: number) => string | null,
  i18n: I18n,
): Made {
  const answerTime = answerTimeReader(table);
  const created = table.dates.createdDate.at;
  const answered = (row: number) => between(row, (created[row] as number) + answerTime(row));
  return {
    kind: "duration",
    value: ({ row }) => answerTime(row),
    cell: ({ row }) => {
      const ms = answerTime(row);
      if (Number.isNaN(ms)) return "–";
      const range = answered(row);
      return (
        <data value={ms} title={range ?? undefined}>
          {durationText(ms, range !== null, i18n)}
        </data>
      );
    },
    note: ({ row }) => answered(row),
    sortDescFirst: true,
  };
}

function ageColumn(table: RecordTable, context: List["context"], { t, formats }: I18n): Made {
  const ageOf = ({ row }: ListRow) => openAgeOfRow(table, row, context.now, context.limits);
  return {
    kind: "duration",
    value: (row) => {
      const age = ageOf(row);
      if (age.kind === "waiting") return age.ageMs;
      return age.kind === "undated" ? t("list.age.undated") : null;
    },
    cell: (row) => {
      const age = ageOf(row);
      if (age.kind !== "waiting") return age.kind === "undated" ? t("list.age.undated") : "–";
      return (
        <data value={age.ageMs} className={age.overdue === "no" ? undefined : "grid__late"}>
          {t(`list.age.${age.overdue}`, { time: formats.duration(age.ageMs) })}
        </data>
      );
    },
    sortDescFirst: true,
  };
}

/** An unreadable date, as sent. */
function OddText({ text }: { text: string }): ReactNode {
  const { t } = useI18n();
  return (
    <span className="grid__odd" title={t("note.unreadable-date")}>
      <bdi>{text}</bdi>
    </span>
  );
}

/** Columns that only some sources have. */
function dealColumns(table: RecordTable, i18n: I18n): Record<DealColumn, Made> {
  const texts = DEAL_TEXTS.map((field) => [field, textColumn(table, field, i18n)]);
  const currency = dealTexts(table, "currency");
  const currencyOf = (row: number) => currency.values[currency.codes[row] as number] ?? "";
  const dayColumn = (field: "expectedClose" | "updated"): Made => {
    const at = dealNumbers(table, field);
    return {
      kind: "dateTime",
      value: ({ row }) => at[row] as number,
      cell: ({ row }) => <DayOf at={at[row] as number} />,
      sortDescFirst: true,
    };
  };
  return {
    ...(Object.fromEntries(texts) as Record<DealText, Made>),
    value: amountColumn(dealNumbers(table, "value"), currencyOf, i18n),
    valueUsd: amountColumn(dealNumbers(table, "valueUsd"), () => "USD", i18n),
    expectedClose: dayColumn("expectedClose"),
    updated: dayColumn("updated"),
  };
}

function textColumn(table: RecordTable, field: DealText, i18n: I18n): Made {
  const { codes, values } = dealTexts(table, field);
  const names = values.map((text) => (text === "" ? null : dealTextName(field, text, i18n)));
  const value = ({ row }: ListRow) => names[codes[row] as number] ?? null;
  return { kind: "text", value, cell: (row) => <Text text={value(row)} /> };
}

function amountColumn(amounts: Float64Array, currencyOf: (row: number) => string, { formats }: I18n): Made {
  return {
    kind: "number",
    value: ({ row }) => amounts[row] as number,
    cell: ({ row }) => {
      const amount = amounts[row] as number;
      return Number.isNaN(amount) ? (
        "–"
      ) : (
        <data value={amount}>{formats.money(amount, currencyOf(row))}</data>
      );
    },
    sortDescFirst: true,
  };
}
