import type { ExportColumn, ExportKind, ExportValue } from "#exports/export-table.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { DateField, TermField } from "#partner-center/fields.ts";
import { derivedFieldsOf } from "#records/derived-fields.ts";
import { openAgeOfRow } from "#records/row-age.ts";
import { flagOf, qualityFlags } from "#records/row-quality.ts";
import type { CodedTexts } from "#records/rows.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { QUALITY_CLASSES } from "#referrals/quality.ts";
import type { ReferralColumn } from "#selection/keys/referrals.ts";
import { answerTimeReader, closedReader } from "./derived-columns.ts";
import type { List } from "./use-list.ts";

/** A column of the list as it is taken away, its rows by their numbers in the table; some have a code beside the name. */
type Taken = {
  kind: ExportKind;
  read: (row: number) => ExportValue;
  code?: (row: number) => ExportValue;
};

/** The shown columns of the list for a file: the same values, exact, dates with their time of day. */
export function listColumns(
  list: List,
  columns: readonly ReferralColumn[],
  i18n: I18n,
  sizeName: (size: string) => string,
): ExportColumn[] {
  const { t } = i18n;
  const taken = { ...factColumns(list, i18n, sizeName), ...timeColumns(list, i18n) };
  const at = (place: number) => list.shown[place] as number;
  return columns.flatMap((key) => {
    const { kind, read, code } = taken[key];
    const name = t(`list.column.${key}`);
    const named = kind === "duration" ? t("export.column.hours", { column: name }) : name;
    const column: ExportColumn = { name: named, kind, read: (place) => read(at(place)) };
    if (!code) return [column];
    const codes = t("export.column.code", { column: name });
    return [column, { name: codes, kind: "text", read: (place: number) => code(at(place)) }];
  });
}

type FactColumn = "customer" | "outcome" | "market" | "partner" | "size" | "status" | "id";

function factColumns(
  { table }: List,
  { t, formats }: I18n,
  sizeName: (size: string) => string,
): Record<FactColumn, Taken> {
  const { markets, partners, sizes, outcomes } = derivedFieldsOf(table);
  const text = (read: Taken["read"], code?: Taken["read"]): Taken => ({
    kind: "text",
    read,
    ...(code ? { code } : {}),
  });
  const sent = (field: TermField) => {
    const { codes, values } = table.terms[field];
    return text((row) => values[codes[row] as number] ?? null);
  };
  const coded = ({ codes, values }: CodedTexts, nameOf: (value: string) => string) => {
    const names = values.map(nameOf);
    const place = (row: number) => codes[row] as number;
    return text(
      (row) => names[place(row)] ?? null,
      (row) => values[place(row)] ?? null,
    );
  };
  const marketName = (code: string) => (code === "" ? t("market.none") : formats.market(code));
  const outcomeNames = OUTCOMES.map((outcome) => t(`outcome.${outcome}`));
  return {
    customer: sent("customerName"),
    outcome: text(
      (row) => outcomeNames[outcomes[row] as number] ?? null,
      (row) => OUTCOMES[outcomes[row] as number] ?? null,
    ),
    market: coded(markets, marketName),
    partner: coded(partners, marketName),
    size: { kind: "text", read: coded(sizes, sizeName).read },
    status: sent("status"),
    id: sent("id"),
  };
}

function timeColumns(
  { table, context }: List,
  { t, formats }: I18n,
): Record<Exclude<ReferralColumn, FactColumn>, Taken> {
  const flags = qualityFlags(table, context.isNamedMarket);
  const date = (field: DateField): Taken => {
    const { at, unreadable } = table.dates[field];
    return { kind: "dateTime", read: (row) => unreadable.get(row) ?? (at[row] as number) };
  };
  return {
    created: date("createdDate"),
    acknowledged: date("acknowledgedDate"),
    accepted: date("acceptedDate"),
    closed: { kind: "dateTime", read: closedReader(table) },
    answer: { kind: "duration", read: answerTimeReader(table) },
    age: {
      kind: "duration",
      read: (row) => {
        const age = openAgeOfRow(table, row, context.now, context.limits);
        if (age.kind === "waiting") return age.ageMs;
        return age.kind === "undated" ? t("list.age.undated") : null;
      },
    },
    notes: {
      kind: "text",
      read: (row) => {
        const notes = QUALITY_CLASSES.filter((name) => ((flags[row] as number) & flagOf(name)) !== 0);
        return notes.length === 0 ? null : formats.list(notes.map((name) => t(`note.${name}`)));
      },
    },
  };
}
