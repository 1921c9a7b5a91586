import type { Referral } from "./csv.ts";
import { marketOf } from "./markets.ts";
import { createdDay } from "./period.ts";
import { answerOf, DAY, HOUR, type TimeName, tookOf, waitOf } from "./times.ts";

type Test = (referral: Referral) => boolean;

/** The referrals that a link to the list of referrals asks for by its `only`, of those of a selection, at `now`. */
export function behindLink(referrals: readonly Referral[], href: string, now: number): Referral[] {
  const only = new URL(href, "http://x").searchParams.get("only") ?? "";
  const parts = Object.fromEntries(only.split(";").map((part) => part.split(/:(.*)/)));
  const limits = (parts.limits ?? "24~336").split("~").map((hours: string) => Number(hours) * HOUR);
  const tests = Object.entries(parts).flatMap(([key, value]) => {
    if (key === "" || key === "limits") return [];
    return [testOf(key, String(value), now, limits)];
  });
  return referrals.filter((one) => tests.every((test) => test(one)));
}

function testOf(key: string, value: string, now: number, [answer = 0, expiry = 0]: number[]): Test {
  const [first = "", second = "", third = ""] = value.split("~");
  const codes = value.split(",").map((code) => (code === "-" ? "" : code));
  if (key === "time") {
    const [over, upTo] = [
      second === "" ? -1 : Number(second) * HOUR,
      third === "" ? Infinity : Number(third) * HOUR,
    ];
    return (one) => {
      const took = tookOf(one, first as TimeName);
      return took !== null && took > over && took <= upTo;
    };
  }
  if (key === "answer") return (one) => answerOf(one, Number(first) * HOUR, now) === second;
  if (key === "markets") return (one) => codes.includes(marketOf(one));
  if (key === "notMarkets") return (one) => !codes.includes(marketOf(one));
  if (key === "within") return (one) => (createdDay(one) ?? "") >= first && (createdDay(one) ?? "") <= second;
  if (key === "overdue") return (one) => isOverdue(waitOf(one, now), value, answer, expiry);
  throw new Error(`Nobody counts ${key} here yet.`);
}

function isOverdue(age: number | null, kind: string, answer: number, expiry: number): boolean {
  if (age === null) return false;
  if (kind === "waiting") return true;
  if (kind === "expiry") return age > expiry;
  return kind === "answer" ? age > answer : age <= answer && age + DAY > answer;
}
