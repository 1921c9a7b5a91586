import { type Day, isDay } from "#lib/calendar.ts";
import type { Sort } from "#lib/sort.ts";
import { ANSWER_GROUPS, type AnswerGroup } from "#referrals/answer-group.ts";
import { DEAL_TEXTS, type DealText } from "#referrals/deal-fields.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { QUALITY_CLASSES, type QualityClass } from "#referrals/quality.ts";
import type { Parameter, Parameters } from "../parameter.ts";
import { freeText, printTexts, readTexts } from "../parameters.ts";
import { sortParameter } from "../sort.ts";

/** Columns that every source has, in their default order. */
const USUAL = [
  "customer",
  "outcome",
  "created",
  "answer",
  "age",
  "market",
  "partner",
  "size",
  "notes",
  "acknowledged",
  "accepted",
  "closed",
  "status",
  "id",
] as const;
/** Columns that only some sources have; shown last. */
export const DEAL_COLUMNS = [...DEAL_TEXTS, "value", "valueUsd", "expectedClose", "updated"] as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];
export const REFERRAL_COLUMNS = [...USUAL, ...DEAL_COLUMNS] as const;
export type ReferralColumn = (typeof REFERRAL_COLUMNS)[number];

/** A visible column; pinned ones come first. */
export type ShownColumn = { column: ReferralColumn; isPinned: boolean };

export const WAITING_PLACES = ["waiting", "in-time", "soon", "answer", "expiry", "undated"] as const;
export type WaitingPlace = (typeof WAITING_PLACES)[number];
export const NOTED = ["any", "none", ...QUALITY_CLASSES] as const;
/** Days, both included; "" is unbounded. */
export type OpenDayRange = { from: Day | ""; to: Day | "" };

/** Filters of single columns. */
export type Where = {
  customer?: string;
  id?: string;
  /** As sent; "" is none. */
  status?: string;
  market?: string;
  partner?: string;
  size?: string;
  outcome?: Outcome;
  answer?: AnswerGroup;
  age?: WaitingPlace;
  notes?: "any" | "none" | QualityClass;
  created?: OpenDayRange;
  acknowledged?: OpenDayRange;
  accepted?: OpenDayRange;
  closed?: OpenDayRange;
  expectedClose?: OpenDayRange;
  updated?: OpenDayRange;
  value?: "any" | "none";
  valueUsd?: "any" | "none";
} & Partial<Record<DealText, string>>;

/** A referral by its id and, as ids may repeat, its position among those with that id, from 1. */
export type RowName = { id: string; nth: number };

export type ReferralKeys = {
  sort: Sort<ReferralColumn>;
  search: string;
  where: Where;
  columns: readonly ShownColumn[];
  row: RowName | null;
};

const USUAL_COLUMNS: readonly ShownColumn[] = USUAL.map((column) => ({
  column,
  isPinned: column === "customer",
}));
/** Enough for any name. */
const MAX_TEXT = 200;

export const REFERRAL_KEYS: Parameters<ReferralKeys> = {
  sort: sortParameter(REFERRAL_COLUMNS, [{ id: "created", desc: true }]),
  search: freeText("q", MAX_TEXT),
  where: whereParameter(),
  columns: {
    name: "cols",
    fallback: USUAL_COLUMNS,
    parse: (text) => {
      const columns = eachOnce(text.split(",").map(readColumn), ({ column }) => column);
      return columns && pinnedFirst(columns);
    },
    print: (columns) =>
      unlessUsual(columns.map(printColumn).join(","), USUAL_COLUMNS.map(printColumn).join(",")),
  },
  row: { name: "row", fallback: null, parse: readRow, print: (row) => row && printRow(row) },
};

/** The same columns, pinned ones first. */
export function pinnedFirst(columns: readonly ShownColumn[]): readonly ShownColumn[] {
  return [...columns.filter(({ isPinned }) => isPinned), ...columns.filter(({ isPinned }) => !isPinned)];
}

function unlessUsual(text: string, usual: string): string | null {
  return text === usual || text === "" ? null : text;
}

/** Null when a value is null or a key repeats. */
function eachOnce<T>(values: readonly (T | null)[], keyOf: (value: T) => string): readonly T[] | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && new Set(known.map(keyOf)).size === known.length ? known : null;
}

function columnNamed(text: string): ReferralColumn | null {
  return REFERRAL_COLUMNS.find((column) => column === text) ?? null;
}

function readColumn(text: string): ShownColumn | null {
  const column = columnNamed(text.replace(/^\*/, ""));
  return column && { column, isPinned: text.startsWith("*") };
}

function printColumn({ column, isPinned }: ShownColumn): string {
  return isPinned ? `*${column}` : column;
}

function readRow(text: string): RowName | null {
  const [name = "", place = "1"] = text.split("~");
  const id = readText(name);
  const nth = Number(place);
  return id !== null && Number.isInteger(nth) && nth >= 1 ? { id, nth } : null;
}

function printRow({ id, nth }: RowName): string {
  return nth === 1 ? printTexts([id]) : `${printTexts([id])}~${nth}`;
}

/** Reads one value as `printTexts` writes it. */
function readText(text: string): string | null {
  return readTexts(text, (one) => one)?.[0] ?? null;
}

type Codec<T> = { read: (text: string) => T | null; print: (value: T) => string };
type Codecs = { [Column in ReferralColumn]: Codec<NonNullable<Where[Column]>> };

const TEXT: Codec<string> = { read: readText, print: (value) => printTexts([value]) };
const DAYS: Codec<OpenDayRange> = { read: readDays, print: ({ from, to }) => `${from}~${to}` };

const CODECS: Codecs = {
  customer: TEXT,
  outcome: word(OUTCOMES),
  created: DAYS,
  answer: word(ANSWER_GROUPS),
  age: word(WAITING_PLACES),
  market: TEXT,
  partner: TEXT,
  size: TEXT,
  notes: word(NOTED),
  acknowledged: DAYS,
  accepted: DAYS,
  closed: DAYS,
  status: TEXT,
  id: TEXT,
  ...(Object.fromEntries(DEAL_TEXTS.map((field) => [field, TEXT])) as Record<DealText, Codec<string>>),
  value: word(["any", "none"]),
  valueUsd: word(["any", "none"]),
  expectedClose: DAYS,
  updated: DAYS,
};

function whereParameter(): Parameter<Where> {
  return { name: "where", fallback: {}, parse: readWhere, print: (where) => printWhere(where) || null };
}

function readWhere(text: string): Where | null {
  const parts = text.split(";").map(readPart);
  const entries = eachOnce(parts, ([column]) => column);
  return entries && Object.fromEntries(entries);
}

function readPart(text: string): [ReferralColumn, unknown] | null {
  const at = text.indexOf(":");
  const column = at > 0 ? columnNamed(text.slice(0, at)) : null;
  const value = column && CODECS[column].read(text.slice(at + 1));
  return column === null || value === null ? null : [column, value];
}

function printWhere(where: Where): string {
  const asked = REFERRAL_COLUMNS.filter((column) => where[column] !== undefined);
  return asked
    .map((column) => `${column}:${(CODECS[column] as Codec<unknown>).print(where[column])}`)
    .join(";");
}

function readDays(text: string): OpenDayRange | null {
  const [from = "", to = "", ...more] = text.split("~");
  const fit = [from, to].every((day) => day === "" || isDay(day));
  return fit && more.length === 0 && (from !== "" || to !== "") ? { from, to } : null;
}

function word<T extends string>(values: readonly T[]): Codec<T> {
  return { read: (text) => values.find((value) => value === text) ?? null, print: (value) => value };
}
