import { FIELDS, type Referral } from "#partner-center/fields.ts";
import { printInstant } from "#partner-center/instant.ts";
import { archived, historyByNewRules, historyByOldRules, type Step } from "./history.ts";
import { type Random, randomOf, weighted } from "./random.ts";

const FIRST =
  "Alder Birch Cobalt Dune Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen Meadow Nimbus Onyx Pebble Quarry Ridge Summit Tundra Umber Violet Willow Yonder Zephyr".split(
    " ",
  );
const SECOND =
  "bridge craft dale field forge gate haven lane light mark mill point port side stone tide vale ward wood works".split(
    " ",
  );
const TRADE =
  "Foods Logistics Labs Energy Retail Health Systems Textiles Marine Media Tools Travel Insurance Robotics Printing Dairy".split(
    " ",
  );
const FORM = ["Ltd", "GmbH", "Inc", "S.A.", "BV", "AB", "Pty", "& Partners", "Group", "KK"];

/** Names that are hard to display or filter: quotes, accents, other scripts, markup, SQL. */
const RARE = [
  `O'Fallow & Daughters`,
  `"The Quoted" Company`,
  "Société Générative d'Été",
  "Żółta Łódź Sp. z o.o.",
  "株式会社みらい計画",
  "云杉科技有限公司",
  "شركة الواحة الزرقاء",
  "חברת האלון הירוק",
  "Rocket Bakery 🚀🥐",
  "<b>Bold</b> Ventures",
  `<img src=x onerror="alert(1)"> Optics`,
  "Robert'); DROP TABLE referrals;-- Ltd",
  "100% Cotton_Co",
  "Long Name ".repeat(50).trim(),
] as const;

/** A made-up company; one in three hundred has a difficult name. */
function companyName(random: Random): string {
  if (random.chance(1 / 300)) return random.one(RARE);
  const word = (of: readonly string[]) => of[Math.floor(random.unit() * of.length)] ?? "";
  return `${word(FIRST)}${word(SECOND)} ${word(TRADE)} ${word(FORM)}`;
}

/** Forty markets; each gets a seventh fewer referrals than the previous one. */
const MARKETS =
  "US GB DE FR CA AU NL IN JP BR ES IT SE CH BE MX NO DK PL AT IE ZA SG NZ FI PT CZ AE KR TR IL RO HU GR CO CL SA TH EG KE".split(
    " ",
  );
const marketOf = weighted(MARKETS.map((market, rank) => [market, 0.86 ** rank + 0.01] as const));
const HUBS = ["US", "GB", "DE", "SG", "AE"] as const;

/** A factor for acceptance and wins in a market, 0.8 to 1.2, derived from its code. */
function marketFactor(market: string): number {
  const mixed = (market.charCodeAt(0) * 31 + market.charCodeAt(1) * 17) % 41;
  return 0.8 + mixed / 100;
}

type Markets = { customer: string; partner: string };

/** Markets of a customer and its partner, mostly the same. A few codes are lower case or no country. */
function pickMarkets(random: Random): Markets {
  const market = marketOf(random.unit());
  const customer = random.chance(0.0008) ? "XK" : market;
  const partner = random.chance(0.85) ? customer : random.one(HUBS);
  return { customer: random.chance(0.0006) ? customer.toLowerCase() : customer, partner };
}

/** One referral in so many gets a flaw, each kind in turn. */
const EVERY = 600;

/** Flaws of real data, one for each data quality class. */
const DATA_FLAWS: readonly ((referral: Referral, before: Referral) => Referral)[] = [
  (referral) => ({ ...referral, createdDate: null }),
  (referral) => ({ ...referral, createdDate: "31/31/2024 soon" }),
  (referral) => ({ ...referral, acknowledgedDate: "2024-02-30T09:00:00" }),
  (referral) => ({ ...referral, acknowledgedDate: referral.createdDate, createdDate: referral.acceptedDate }),
  (referral) => ({ ...referral, acceptedDate: "2016-05-04T10:00:00" }),
  (referral) => ({ ...referral, status: "Won", wonDate: null }),
  (referral) => ({ ...referral, status: "New", lostDate: referral.createdDate }),
  (referral) => ({ ...referral, status: "In partner review" }),
  (referral) => ({ ...referral, customerMarket: null }),
  (referral) => ({ ...referral, customerMarket: "" }),
  (referral, before) => ({ ...referral, id: before.id }),
];

/** The referral at an index of the sample, sometimes with a flaw; `before` is the previous one. */
function withFlaw(referral: Referral, before: Referral, place: number): Referral {
  if (place % EVERY !== EVERY / 2) return referral;
  const flaw = DATA_FLAWS[Math.floor(place / EVERY) % DATA_FLAWS.length];
  return flaw ? flaw(referral, before) : referral;
}

const SEED = 20_180_204;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONTHS = 36;
const SIZE = 24_000;
const FIRST_ID = 100_000;

const OLD_SIZES = weighted([
  ["1to50employees", 5],
  ["51to500employees", 3],
  ["Morethan500employees", 1],
  [null, 0.3],
]);
const NEW_SIZES = weighted([
  ["1to9employees", 20],
  ["10to50employees", 30],
  ["51to250employees", 24],
  ["251to1000employees", 14],
  ["1001to5000employees", 7],
  ["5001to10000employees", 3],
  ["10001to20000employees", 1],
  ["Morethan20000employees", 1],
  [null, 1],
]);

/**
 * Relative frequencies, Sunday to Saturday and January to December: mostly on working days, fewer in summer and at
 * year's end.
 */
const WEEK = [0.25, 1.15, 1.3, 1.25, 1.2, 1, 0.3];
const YEAR = [1, 1.05, 1.15, 1.05, 1, 1.05, 0.8, 0.75, 1.1, 1.15, 1.1, 0.75];

/**
 * About 24,000 made-up referrals of the 36 months up to an instant (ms UTC), as of that instant: histories are the same
 * all day, and future events are left out. The oldest third follows the rules until 2018, the others those since 2019.
 */
export function* sampleReferrals(now: number): Generator<Referral> {
  const today = Math.floor(now / DAY) * DAY;
  const first = monthsBefore(today, MONTHS);
  const random = randomOf(SEED + today / DAY);
  const scale = SIZE / days(first, today).reduce((sum, day) => sum + weightOf(day, first, today), 0);
  let before: Referral | null = null;
  let place = 0;
  for (const day of days(first, today)) {
    const count = Math.floor(weightOf(day, first, today) * scale + random.unit());
    for (let nth = 0; nth < count; nth += 1) {
      const old = day - first < (today - first) / 3;
      const referral = invent(day, old, place, random, now);
      if (referral === null) continue;
      yield withFlaw(referral, before ?? referral, place);
      before = referral;
      place += 1;
    }
  }
}

function monthsBefore(day: number, months: number): number {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate() + 1);
}

function days(first: number, last: number): number[] {
  return Array.from({ length: (last - first) / DAY + 1 }, (_, index) => first + index * DAY);
}

/** Relative frequency of a day: by weekday and month, growing by three quarters over the whole time. */
function weightOf(day: number, first: number, last: number): number {
  const date = new Date(day);
  const season = (WEEK[date.getUTCDay()] ?? 1) * (YEAR[date.getUTCMonth()] ?? 1);
  return season * (1 + (0.75 * (day - first)) / (last - first));
}

/** Null when created after `now`. */
function invent(day: number, old: boolean, place: number, random: Random, now: number): Referral | null {
  const markets = pickMarkets(random);
  const created = day + Math.min(Math.max(random.around(12, 0.35), 0), 23.9) * HOUR;
  const factor = marketFactor(markets.customer.toUpperCase());
  const life = (old ? historyByOldRules : historyByNewRules)(created, factor, random);
  const steps = archived(life, random).filter(({ at }) => at <= now);
  const terms = {
    id: String(FIRST_ID + place),
    customerMarket: markets.customer,
    customerName: companyName(random),
    customerOrgSize: (old ? OLD_SIZES : NEW_SIZES)(random.unit()),
    partnerMarket: markets.partner,
  };
  return steps.length === 0 ? null : referralOf(terms, steps);
}

const EMPTY = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;

function referralOf(terms: Partial<Referral>, steps: readonly Step[]): Referral {
  const dates = Object.fromEntries(steps.map(({ at, field }) => [field, printInstant(at)]));
  return { ...EMPTY, ...terms, ...dates, status: steps.at(-1)?.status ?? null };
}
