import { type ReactNode, useMemo } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { DateField, TermField } from "#partner-center/fields.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { derivedFieldsOf } from "#records/derived-fields.ts";
import { openAgeOfRow } from "#records/row-age.ts";
import { flagOf, qualityFlags } from "#records/row-quality.ts";
import type { CodedTexts } from "#records/rows.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { QUALITY_CLASSES } from "#referrals/quality.ts";
import type { ReferralColumn } from "#selection/keys/referrals.ts";
import { answerTimeReader, closedReader } from "./derived-columns.ts";
import type { List } from "./use-list.ts";

/** What stands in the cell of a row. */
export type CellContent = (column: ReferralColumn, row: number) => ReactNode;

type Cells = Record<ReferralColumn, (row: number) => ReactNode>;

/** How the cells of a list read, the same function as long as the list is: rows are drawn anew when it changes. */
export function useCellContent({ table, context }: Pick<List, "table" | "context">): CellContent {
  const i18n = useI18n();
  const sizeName = useSizeName();
  return useMemo(() => {
    const cells = { ...factCells(table, i18n, sizeName), ...timeCells(table, context, i18n) };
    return (column, row) => cells[column](row);
  }, [table, context, i18n, sizeName]);
}

const NOTHING = "–";

function Text({ text }: { text: string | null | undefined }): ReactNode {
  return text ? <bdi>{text}</bdi> : NOTHING;
}

/** An outcome in its colour and in words. */
export function OutcomeMark({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <span className="swatch" style={{ background: outcomeColour(outcome) }} />
      <data value={outcome}>{t(`outcome.${outcome}`)}</data>
    </>
  );
}

type FactColumn = "customer" | "outcome" | "market" | "partner" | "size" | "status" | "id";

function factCells(
  table: RecordTable,
  { t, formats }: I18n,
  sizeName: (size: string) => string,
): Pick<Cells, FactColumn> {
  const { markets, partners, sizes, outcomes } = derivedFieldsOf(table);
  const coded =
    ({ codes, values }: CodedTexts, nameOf: (text: string) => string) =>
    (row: number) => {
      const value = values[codes[row] as number] ?? "";
      return (
        <bdi>
          <data value={value}>{nameOf(value)}</data>
        </bdi>
      );
    };
  const sent = (field: TermField) => (row: number) => {
    const { codes, values } = table.terms[field];
    return <Text text={values[codes[row] as number]} />;
  };
  const marketName = (code: string) => (code === "" ? t("market.none") : formats.market(code));
  return {
    customer: sent("customerName"),
    outcome: (row) => <OutcomeMark outcome={OUTCOMES[outcomes[row] as number] ?? "unrecognised"} />,
    market: coded(markets, marketName),
    partner: coded(partners, marketName),
    size: coded(sizes, sizeName),
    status: sent("status"),
    id: sent("id"),
  };
}

function timeCells(
  table: RecordTable,
  context: List["context"],
  { t, formats }: I18n,
): Omit<Cells, FactColumn> {
  const [closedAt, answerTime] = [closedReader(table), answerTimeReader(table)];
  const flags = qualityFlags(table, context.isNamedMarket);
  const date = (field: DateField) => (row: number) => {
    const { at, unreadable } = table.dates[field];
    const odd = unreadable.get(row);
    return odd === undefined ? <DayOf at={at[row] as number} /> : <OddText text={odd} />;
  };
  return {
    created: date("createdDate"),
    acknowledged: date("acknowledgedDate"),
    accepted: date("acceptedDate"),
    closed: (row) => <DayOf at={closedAt(row)} />,
    answer: (row) => {
      const ms = answerTime(row);
      return Number.isNaN(ms) ? NOTHING : <data value={ms}>{formats.duration(ms)}</data>;
    },
    age: (row) => {
      const age = openAgeOfRow(table, row, context.now, context.limits);
      if (age.kind !== "waiting") return age.kind === "undated" ? t("list.age.undated") : NOTHING;
      const time = formats.duration(age.ageMs);
      const late = age.overdue !== "no";
      return (
        <data value={age.ageMs} className={late ? "grid__late" : undefined}>
          {t(`list.age.${age.overdue}`, { time })}
        </data>
      );
    },
    notes: (row) => {
      const notes = QUALITY_CLASSES.filter((name) => ((flags[row] as number) & flagOf(name)) !== 0);
      return notes.length === 0 ? NOTHING : formats.list(notes.map((name) => t(`note.${name}`)));
    },
  };
}

/** The day of an instant, with its time to point at. */
function DayOf({ at }: { at: number }): ReactNode {
  const { formats } = useI18n();
  if (Number.isNaN(at)) return NOTHING;
  return (
    <time dateTime={`${printInstant(at)}Z`} title={formats.dateTime(at)}>
      {formats.day(dayOfInstant(at))}
    </time>
  );
}

/** A date that nobody can read, as it was sent. */
function OddText({ text }: { text: string }): ReactNode {
  const { t } = useI18n();
  return (
    <span className="grid__odd" title={t("note.unreadable-date")}>
      <bdi>{text}</bdi>
    </span>
  );
}
