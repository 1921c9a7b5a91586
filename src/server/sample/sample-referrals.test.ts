import { describe, expect, test } from "vitest";
import { DATE_FIELDS, type Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { sampleReferrals } from "./sample-referrals.ts";

const NOW = Date.parse("2026-05-06T13:30:00Z");
const sample = [...sampleReferrals(NOW)];

const share = (holds: (referral: Referral) => boolean) => sample.filter(holds).length / sample.length;

function instants(referral: Referral): number[] {
  return DATE_FIELDS.flatMap((field) => {
    const reading = readInstant(referral[field]);
    return reading.kind === "instant" ? [reading.at] : [];
  });
}

function distinct(field: keyof Referral): Set<string | null> {
  return new Set(sample.map((referral) => referral[field]));
}

test("is the same for the same instant", () => {
  expect([...sampleReferrals(NOW)]).toEqual(sample);
});

test("an hour later everything that was there is there, and what happens in the hour", () => {
  const later = new Set(
    [...sampleReferrals(NOW + 3_600_000)].map(
      ({ createdDate, customerName }) => `${createdDate} ${customerName}`,
    ),
  );
  expect(
    sample.every(
      ({ createdDate, customerName }, place) =>
        place % 600 === 300 || later.has(`${createdDate} ${customerName}`),
    ),
  ).toBe(true);
});

test("has about 24,000 referrals of 36 months, and nothing after now", () => {
  expect(sample.length).toBeGreaterThan(23_500);
  expect(sample.length).toBeLessThan(24_500);
  const all = sample.flatMap(instants);
  expect(Math.max(...sample.map((referral) => Math.max(...instants(referral), 0)))).toBeLessThanOrEqual(NOW);
  expect(all.length).toBeGreaterThan(sample.length * 2);
  const created = sample.flatMap(({ createdDate }) => createdDate ?? []).toSorted();
  expect(created[0]?.slice(0, 10)).toBe("2023-05-07");
  expect(created.some((text) => text.startsWith("2026-05-06"))).toBe(true);
});

test("accepts about 60 % and wins about 28 %", () => {
  expect(share(({ acceptedDate }) => acceptedDate !== null)).toBeCloseTo(0.6, 1);
  expect(Math.abs(share(({ wonDate }) => wonDate !== null) - 0.28)).toBeLessThan(0.03);
});

test("has old months in which all but a withFlaw one or two have ended, and young ones in which many are open", () => {
  const openOf = (month: string) => {
    const cohort = sample.filter(({ createdDate }) => createdDate?.startsWith(month));
    const open = cohort.filter(({ status }) =>
      /^(New|Pending|Received|Accepted|Active|Negotiating)$/.test(status ?? ""),
    );
    return open.length / cohort.length;
  };
  for (const month of ["2023-09", "2024-05", "2024-11"]) expect(openOf(month)).toBeLessThan(0.01);
  expect(openOf("2025-11")).toBeGreaterThan(0.02);
  expect(openOf("2026-04")).toBeGreaterThan(0.3);
});

test("has forty markets with a long tail, and both scales of organisation size", () => {
  const markets = [...distinct("customerMarket")].filter(
    (market) => /^[A-Z]{2}$/.test(market ?? "") && market !== "XK",
  );
  expect(markets).toHaveLength(40);
  expect(distinct("customerMarket")).toContain("XK");
  expect([...distinct("customerMarket")].some((market) => /^[a-z]{2}$/.test(market ?? ""))).toBe(true);
  expect(share(({ customerMarket }) => customerMarket === "US")).toBeGreaterThan(0.1);
  expect(distinct("customerOrgSize")).toContain("1to50employees");
  expect(distinct("customerOrgSize")).toContain("1to9employees");
});

describe("has every flaw of real data, each a few times", () => {
  const unreadable = (referral: Referral) =>
    DATE_FIELDS.some((field) => readInstant(referral[field]).kind === "unreadable");
  const backwards = ({ createdDate, acceptedDate }: Referral) =>
    createdDate !== null && acceptedDate !== null && acceptedDate < createdDate;
  const ids = new Set<string | null>();
  const again = new Set(sample.filter(({ id }) => ids.size === ids.add(id).size));
  const DATA_FLAWS: Record<string, (referral: Referral) => boolean> = {
    "no created date": ({ createdDate }) => createdDate === null,
    "an unreadable date": unreadable,
    "dates that run backwards": backwards,
    "a status against its dates": ({ status, wonDate }) => status === "Won" && wonDate === null,
    "an unrecognised status": ({ status }) => status === "In partner review",
    "an unnamed market": ({ customerMarket }) => !customerMarket,
    "one id twice": (referral) => again.has(referral),
  };
  test.each(Object.entries(DATA_FLAWS))("%s", (_, has) => {
    const count = sample.filter(has).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(20);
  });
});
