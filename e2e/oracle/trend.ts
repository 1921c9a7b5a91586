import type { Referral } from "./csv.ts";
import { countMarkets, marketOf } from "./markets.ts";
import { createdDay, createdIn, dayOf, type Period } from "./period.ts";

export type Grain = "day" | "week" | "month" | "quarter" | "year";
export type TrendCount = { columns: string[]; rows: { start: string; counts: number[] }[] };

const DAY_MS = 86_400_000;
const SERIES = 8;

/** The first day of the bucket that holds a day. */
export function startOf(day: string, grain: Grain): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (grain === "year") return `${year}-01-01`;
  if (grain === "quarter") return `${year}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
  if (grain === "month") return `${day.slice(0, 7)}-01`;
  if (grain === "day") return day;
  const instant = Date.parse(day);
  return dayOf(instant - ((new Date(instant).getUTCDay() + 6) % 7) * DAY_MS);
}

function daysOf({ from, to }: Period): string[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: days }, (_, at) => dayOf(Date.parse(from) + at * DAY_MS));
}

/** The first days of the buckets that a period touches. */
export function bucketsOf(period: Period, grain: Grain): string[] {
  return [...new Set(daysOf(period).map((day) => startOf(day, grain)))];
}

/** The finest grain with at most 60 buckets. */
export function automaticGrain(period: Period): Grain {
  const grains = ["day", "week", "month", "quarter", "year"] as const;
  return grains.find((grain) => bucketsOf(period, grain).length <= 60) ?? "year";
}

/** Counts of creations by bucket: eight markets by code, "Other" where there are more, and "All". */
export function countTrend(referrals: readonly Referral[], period: Period, grain: Grain): TrendCount {
  const inside = createdIn(referrals, period);
  const codes = countMarkets(inside).map(({ code }) => code);
  const series = codes.slice(0, SERIES);
  const other = codes.length > SERIES ? [codes.slice(SERIES)] : [];
  const groups = [...series.map((code) => [code]), ...other, codes];
  const rows = bucketsOf(period, grain).map((start) => {
    const born = inside.filter((referral) => startOf(createdDay(referral) ?? "", grain) === start);
    const markets = born.map(marketOf);
    return { start, counts: groups.map((group) => markets.filter((code) => group.includes(code)).length) };
  });
  return { columns: [...series, ...other.map(() => "Other"), "All"], rows };
}
