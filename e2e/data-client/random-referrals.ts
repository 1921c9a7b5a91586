import fc from "fast-check";
import type { Referral } from "../oracle/csv.ts";

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2023, 10, 1);

/** Days on which much happens, with times of day: few, so that periods begin and end on them. */
export const busyDay: fc.Arbitrary<number> = fc.nat({ max: 30 }).map((day) => FIRST + day * 15 * DAY_MS);
export const busyTime: fc.Arbitrary<number> = fc
  .tuple(busyDay, fc.nat({ max: DAY_MS / 1000 - 1 }))
  .map(([day, second]) => day + second * 1000);

const text = (...values: string[]) => fc.option(fc.constantFrom(...values), { freq: 8 });

const STATUS = text(
  ..."Won Lost Declined Skipped Expired Missed Archived closed New Pending Received Active".split(" "),
  ..."Accepted Acknowledged Evaluating negotiating w_o-n".split(" "),
  "  lost ",
  "Limbo",
  "__proto__",
);
const MARKET = text("US", "us", " US ", "DE", "FR", "GB", "QQ", "constructor", 'O\'Neill, "Ltd"', "日本");
const SIZE = text(
  "1to9employees",
  "10to50employees",
  "1to50employees",
  " Morethan500employees",
  "huge",
  "🦊",
);

/** Dates that many referrals share. */
export const BUSY_INSTANTS = [
  "2024-03-31T23:59:59",
  "2024-04-01T00:00:00",
  "2024-02-29T12:00:00",
  "2024-12-30T00:00:00",
] as const;

const UNREADABLE = ["soon", "2024-02-31", "2024-13-01T00:00:00", "0001-01-01T00:00:00"];
const DATE = fc.oneof(
  { weight: 6, arbitrary: busyTime.map(textOf) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...BUSY_INSTANTS),
  },
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...UNREADABLE) },
);

function textOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}

const DATES = "created acknowledged accepted won lost declined skipped expired missed archived".split(" ");

const ONE: fc.Arbitrary<Referral> = fc.record({
  status: STATUS,
  customerName: text("Contoso", "<b>O'Neill</b>"),
  customerMarket: MARKET,
  partnerMarket: MARKET,
  customerOrgSize: SIZE,
  ...Object.fromEntries(DATES.map((step) => [`${step}Date`, DATE])),
});

/**
 * Referrals with every flaw that records have: of statuses, markets, sizes and dates; ids that come twice. The last has
 * a created date that can be read, since the service does not start with a file without any.
 */
export const anyReferrals: fc.Arbitrary<Referral[]> = fc
  .array(fc.tuple(ONE, fc.nat({ max: 19 })), { minLength: 1, maxLength: 400, size: "max" })
  .map((all): Referral[] => all.map(([one, chance], at) => ({ ...one, id: `r${chance === 0 ? 0 : at}` })))
  .map((all) => all.with(-1, { ...all.at(-1), id: "dated", createdDate: BUSY_INSTANTS[0] }));

/** The file of some referrals. */
export function csvOf(referrals: readonly Referral[]): string {
  const columns = Object.keys(referrals[0] ?? { id: null });
  const cell = (value: string | null | undefined) => (value ? `"${value.replaceAll('"', '""')}"` : "");
  return [
    columns.join(","),
    ...referrals.map((one) => columns.map((name) => cell(one[name])).join(",")),
  ].join("\n");
}
