import type { Sides } from "./comparison.ts";
import type { Referral } from "./csv.ts";
import { lastStage, STAGES } from "./funnel.ts";
import { marketOf } from "./markets.ts";
import { has, outcomeOf } from "./outcome.ts";
import { defaultPeriod, type Period } from "./period.ts";
import { qualityClasses } from "./quality.ts";
import { asItStood } from "./standing.ts";
import { answerOf, DAY, HOUR, TIMES, type TimeName, tookOf, waitOf } from "./times.ts";
import { dayIn, keyOf, type Split, within } from "./trend-figures.ts";

type Test = (referral: Referral) => boolean;

/** What an address selects: its period by its date, and its filters. */
export function selectionOf(address: string, all: readonly Referral[]): { basis: string; period: Period } {
  const { searchParams: search } = new URL(address, "http://page");
  const usual = defaultPeriod(all);
  const period = { from: search.get("from") ?? usual.from, to: search.get("to") ?? usual.to };
  return { basis: search.get("basis") ?? "created", period };
}

/** The referrals that an address selects, whatever their date. */
export function ofFilters(all: readonly Referral[], address: string): Referral[] {
  const { searchParams: search } = new URL(address, "http://page");
  const filters = (["market", "partner", "size", "outcome"] as const).flatMap((split) => {
    const text = search.get(split);
    return text ? [isOneOf(split, text)] : [];
  });
  return all.filter((one) => filters.every((test) => test(one)));
}

/** The referrals that an address compares with, as they stood when they were as old as its own are at `now`. */
export function comparedWith(
  all: readonly Referral[],
  address: string,
  { own, before }: Sides,
  now: number,
): Referral[] {
  const { basis } = selectionOf(address, all);
  // What happens at `now` itself is not in the data yet: it may be the end of a day.
  const asOf = now - (Date.parse(own.from) - Date.parse(before.from)) - 1;
  return ofFilters(
    within(all, basis, before).map((one) => asItStood(one, asOf)),
    address,
  );
}

/** The referrals of an address: those of its selection and, of these, those that its `only` asks for, at `now`. */
export function behindAddress(all: readonly Referral[], address: string, now: number): Referral[] {
  const { searchParams: search } = new URL(address, "http://page");
  const { basis, period } = selectionOf(address, all);
  const parts = new Map((search.get("only") ?? "").split(";").map((part) => partOf(part)));
  parts.delete("");
  const inPeriod = parts.delete("undated")
    ? all.filter((one) => !has(one, basis))
    : within(all, basis, period);
  const asOf = Date.parse(parts.get("asOf") ?? "");
  parts.delete("asOf");
  const then = Number.isNaN(asOf) ? inPeriod : inPeriod.map((one) => asItStood(one, asOf));
  const dated = ofFilters(then, address);
  const limits = (parts.get("limits") ?? "24~336").split("~").map((hours) => Number(hours) * HOUR);
  parts.delete("limits");
  const at = Number.isNaN(asOf) ? now : asOf + 1;
  const tests = [...parts].map(([key, value]) => testOf(key, value, { all: dated, basis, now: at, limits }));
  return dated.filter((one) => tests.every((test) => test(one)));
}

function partOf(part: string): [string, string] {
  const at = part.indexOf(":");
  return [part.slice(0, Math.max(at, 0)), part.slice(at + 1)];
}

const TERMS: Readonly<Record<string, Split>> = {
  markets: "market",
  partners: "partner",
  sizes: "size",
  outcomes: "outcome",
};

function isOneOf(split: Split, text: string): Test {
  const values = text.split(",").map((value) => (value === "-" ? "" : decodeURIComponent(value)));
  return (one) => values.includes(keyOf(one, split));
}

type QueryState = { all: readonly Referral[]; basis: string; now: number; limits: readonly number[] };

function testOf(key: string, value: string, asked: QueryState): Test {
  const [first = "", second = "", third = ""] = value.split("~");
  const split = TERMS[key];
  if (split) return isOneOf(split, value);
  const left = /^not([A-Z].*)$/.exec(key)?.[1]?.toLowerCase();
  if (left && TERMS[left]) return not(isOneOf(TERMS[left], value));
  const tests: Record<string, () => Test> = {
    within: () => (one) => within([one], asked.basis, { from: first, to: second }).length === 1,
    route: () => (one) => routeOf(one) === value,
    notRoute: () => (one) => routeOf(one) !== value,
    reached: () => (one) => STAGES.indexOf(lastStage(one)) >= placeOf(value),
    left: () => (one) => STAGES.indexOf(lastStage(one)) === placeOf(value) && outcomeOf(one) !== "Won",
    implied: () => (one) => STAGES.indexOf(lastStage(one)) >= placeOf(value) && !has(one, value),
    fate: () => (one) => outcomeGroupOf(one) === value,
    quality: () => noted(qualityClasses(asked.all, asked.now), value) ?? unknown(key, value),
    overdue: () => (one) => isOverdue(waitOf(one, asked.now), value, asked.limits),
    time: () => tookWithin(first as TimeName, second, third),
    days: () => tookDays(value as TimeName),
    answer: () => (one) => answerOf(one, Number(first) * HOUR, asked.now) === second,
  };
  return (tests[key] ?? (() => unknown(key, value)))();
}

function noted(classes: Record<string, Test>, value: string): Test | undefined {
  return value === "any" ? (one) => Object.values(classes).some((test) => test(one)) : classes[value];
}

/** Both dates are there, and the second is not on an earlier day. */
function tookDays(time: TimeName): Test {
  const [from, to] = TIMES[time];
  return (one) => has(one, from) && has(one, to) && (dayIn(one, from) ?? "") <= (dayIn(one, to) ?? "");
}

function unknown(key: string, value: string): never {
  throw new Error(`Nobody counts ${key}:${value} here yet.`);
}

function not(test: Test): Test {
  return (one) => !test(one);
}

function placeOf(stage: string): number {
  return STAGES.findIndex((one) => one.toLowerCase() === stage);
}

function routeOf(referral: Referral): string {
  const [customer, partner] = [marketOf(referral), keyOf(referral, "partner")];
  if (customer === "" || partner === "") return "unknown";
  return customer === partner ? "domestic" : "cross-border";
}

function outcomeGroupOf(referral: Referral): string {
  const outcome = outcomeOf(referral);
  return outcome === "Won" ? "won" : outcome.startsWith("Open") ? "open" : "exit";
}

/** Longer than the first and at most the second number of hours; an empty text is no bound. */
function tookWithin(time: TimeName, over: string, upTo: string): Test {
  const [low, high] = [over === "" ? -1 : Number(over) * HOUR, upTo === "" ? Infinity : Number(upTo) * HOUR];
  return (one) => {
    const took = tookOf(one, time);
    return took !== null && took > low && took <= high;
  };
}

function isOverdue(age: number | null, kind: string, [answer = 0, expiry = 0]: readonly number[]): boolean {
  if (age === null) return false;
  if (kind === "waiting") return true;
  if (kind === "expiry") return age > expiry;
  return kind === "answer" ? age > answer : age <= answer && age + DAY > answer;
}
