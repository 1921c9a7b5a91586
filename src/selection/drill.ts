import { type Day, isDay } from "#lib/calendar.ts";
import type { OverdueFilter, RecordFilter } from "#records/record-filter.ts";
import { ANSWER_GROUPS, type AnswerGroup } from "#referrals/answer-group.ts";
import { REGISTRATIONS, RISKS } from "#referrals/deals.ts";
import { marketCode } from "#referrals/market.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { QUALITY_CLASSES, type QualityClass } from "#referrals/quality.ts";
import { ROUTES } from "#referrals/route.ts";
import { STAGES, type Stage } from "#referrals/stages.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { printDealValues, readDealValues } from "./deal-values.ts";
import type { Parameter } from "./parameter.ts";
import { printTexts, readTexts } from "./parameters.ts";

/**
 * The referrals behind one figure, in addition to the selection. Parts are combined by "and", values of a list by "or";
 * the lists under `not` exclude.
 */
export type Drill = Pick<
  RecordFilter,
  | "markets"
  | "partners"
  | "sizes"
  | "outcomes"
  | "notMarkets"
  | "notPartners"
  | "notSizes"
  | "notOutcomes"
  | "route"
  | "notRoute"
  | "reached"
  | "left"
  | "asOf"
  | "overdue"
  | "days"
  | "was"
  | "values"
  | "valued"
  | "unvalued"
  | "risks"
  | "registrations"
> & {
  /** Days of the selection's date basis, both included: a bucket of a trend. */
  within?: { from: Day; to: Day };
  /** The selection's date is after one instant, and not after another (ms UTC). */
  happened?: { after: number; upTo: number };
  /** Referrals outside every period, because the basis date is missing or unreadable. Replaces the period. */
  undated?: true;
  /** Reached this stage without its date. */
  implied?: Exclude<Stage, "created">;
  fate?: "open" | "exit";
  /** Has a note of this class, or any note. */
  quality?: QualityClass | "any";
  /** Has both dates in order and took more than `over` and at most `upTo` hours. */
  time?: { time: Time; over: number | null; upTo: number | null };
  /** Position relative to an answer time of so many hours. */
  answer?: { hours: number; group: AnswerGroup };
  /** Hours after which an unanswered referral is overdue and expires, if not the defaults. */
  limits?: { answer: number; expiry: number };
};

const OVERDUE = [
  "waiting",
  "answer",
  "expiry",
  "soon",
  "in-time",
  "undated",
] as const satisfies readonly OverdueFilter[];

/** A drill-through in the address: `only=left:accepted;outcome:declined`. */
export const DRILL: Parameter<Drill> = {
  name: "only",
  fallback: {},
  parse: readDrill,
  print: (drill) => printDrill(drill) || null,
};

type Part<T> = { parse: (text: string) => T | null; print: (value: T) => string };
type Parts = { [Key in keyof Drill]-?: Part<NonNullable<Drill[Key]>> };

const PARTS: Parts = {
  within: {
    parse: (text) => {
      const [from = "", to = ""] = text.split("~");
      return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
    },
    print: ({ from, to }) => `${from}~${to}`,
  },
  happened: {
    parse: (text) => {
      const [after = null, upTo = null] = text.split("~").map(readInstantText);
      return after === null || upTo === null ? null : { after, upTo };
    },
    print: ({ after, upTo }) => `${printInstantText(after)}~${printInstantText(upTo)}`,
  },
  was: {
    parse: (text) => {
      const [instant = "", names = ""] = text.split("~");
      const [at, outcomes] = [readInstantText(instant), words(OUTCOMES).parse(names)];
      return at === null || outcomes === null ? null : { at, outcomes };
    },
    print: ({ at, outcomes }) => `${printInstantText(at)}~${outcomes.join(",")}`,
  },
  undated: { parse: (text) => (text === "1" ? true : null), print: () => "1" },
  markets: list(marketCode),
  partners: list(marketCode),
  sizes: list((text) => text.trim()),
  outcomes: words(OUTCOMES),
  notMarkets: list(marketCode),
  notPartners: list(marketCode),
  notSizes: list((text) => text.trim()),
  notOutcomes: words(OUTCOMES),
  route: word(ROUTES),
  notRoute: word(ROUTES),
  reached: word(STAGES),
  left: word(["created", "acknowledged", "accepted"]),
  implied: word(["acknowledged", "accepted", "won"]),
  fate: word(["open", "exit"]),
  asOf: { parse: readInstantText, print: printInstantText },
  quality: word([...QUALITY_CLASSES, "any"]),
  overdue: word(OVERDUE),
  time: { parse: readTime, print: ({ time, over, upTo }) => `${time}~${over ?? ""}~${upTo ?? ""}` },
  days: word(Object.keys(TIMES) as Time[]),
  answer: { parse: readAnswer, print: ({ hours, group }) => `${hours}~${group}` },
  limits: { parse: readLimits, print: ({ answer, expiry }) => `${answer}~${expiry}` },
  values: { parse: readDealValues, print: printDealValues },
  valued: text(),
  unvalued: text(),
  risks: words(RISKS),
  registrations: words(REGISTRATIONS),
};

function readDrill(text: string): Drill | null {
  const drill: Record<string, unknown> = {};
  for (const part of text.split(";")) {
    const at = part.indexOf(":");
    const key = part.slice(0, at);
    const codec = Object.hasOwn(PARTS, key) ? PARTS[key as keyof Drill] : null;
    const value = at > 0 ? (codec?.parse(part.slice(at + 1)) ?? null) : null;
    if (value === null) return null;
    drill[key] = value;
  }
  return drill as Drill;
}

const KEYS = Object.keys(PARTS) as (keyof Drill)[];
const PLACES = new Map(KEYS.map((key, at) => [key, at]));
const placeOf = (key: keyof Drill) => PLACES.get(key) ?? -1;

// A page prints hundreds with a part or two each.
function printDrill(drill: Drill): string {
  const keys = (Object.keys(drill) as (keyof Drill)[]).filter((key) => drill[key] !== undefined);
  return keys
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((key) => `${key}:${(PARTS[key] as Part<unknown>).print(drill[key])}`)
    .join(";");
}

function readTime(text: string): NonNullable<Drill["time"]> | null {
  const [name = "", over = "", upTo = ""] = text.split("~");
  const hours = [over, upTo].map((one) => (one === "" ? null : Number(one)));
  const isTime = Object.hasOwn(TIMES, name);
  if (!isTime || hours.some((one) => one !== null && !(one >= 0 && Number.isFinite(one)))) return null;
  const [low = null, high = null] = hours;
  return { time: name as Time, over: low, upTo: high };
}

function printInstantText(at: number): string {
  return new Date(at).toISOString();
}

function readInstantText(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function readAnswer(text: string): NonNullable<Drill["answer"]> | null {
  const [hours, name] = text.split("~");
  const group = ANSWER_GROUPS.find((one) => one === name);
  return group && isHours(hours) ? { hours: Number(hours), group } : null;
}

function readLimits(text: string): NonNullable<Drill["limits"]> | null {
  const [answer, expiry] = text.split("~");
  return isHours(answer) && isHours(expiry) ? { answer: Number(answer), expiry: Number(expiry) } : null;
}

function isHours(text: string | undefined): text is string {
  return Number(text) > 0 && Number.isFinite(Number(text));
}

function text(): Part<string> {
  return {
    parse: (written) => readTexts(written, (one) => one)?.[0] ?? null,
    print: (value) => printTexts([value]),
  };
}

function list(normalise: (text: string) => string): Part<readonly string[]> {
  return { parse: (text) => readTexts(text, normalise), print: printTexts };
}

function word<T extends string>(values: readonly T[]): Part<T> {
  return { parse: (text) => values.find((value) => value === text) ?? null, print: (value) => value };
}

function words<T extends string>(values: readonly T[]): Part<readonly T[]> {
  return {
    parse: (text) => {
      const chosen = text.split(",").map((one) => values.find((value) => value === one) ?? null);
      return chosen.includes(null) ? null : (chosen as T[]);
    },
    print: (chosen) => chosen.join(","),
  };
}
