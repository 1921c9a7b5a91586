import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimedAt, incidenceAt, incidenceOf, inTheEnd, survivalAt, valueAt } from "./incidence.ts";
import { CENSORED, COMPETING, EVENT, type Lifetimes, lifeTable, MIN_AT_RISK } from "./life-table.ts";

/** The columns that e2e/reference/cuminc.R writes. */
type Reference = {
  name: string;
  event: "won" | "lost";
  from: string;
  to: string;
  asOf: string;
  field: string;
  value: string;
  size: number;
  events: number;
  competing: number;
  limit: number;
  ages: number[];
  atRisk: number[];
  estimates: number[];
  survfit: number[];
  errors: number[];
  low: number[];
  high: number[];
};

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../e2e/fixtures/${name}`, import.meta.url)), "utf8");
const references = JSON.parse(fixture("cuminc.json")) as Reference[];
// No cell of this file contains a comma or a quote.
const [head = [], ...cells] = fixture("crm-opportunities.csv")
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(","));
const rows = cells.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""])));
const instant = (text: string | undefined) => Date.parse(`${text}Z`);

function timelineOf(row: Record<string, string>, { event, asOf }: Reference): { age: number; end: number } {
  const [created, now] = [instant(row.createdDate), instant(asOf)];
  const own = instant(event === "won" ? row.wonDate : row.lostDate);
  const other = instant(event === "won" ? row.lostDate : row.wonDate);
  const days = (at: number) => (at - created) / 86_400_000;
  if (own <= now) return { age: days(own), end: EVENT };
  return other <= now ? { age: days(other), end: COMPETING } : { age: days(now), end: CENSORED };
}

function livesOf(all: readonly { age: number; end: number }[]): Lifetimes {
  return { ages: Float64Array.from(all, ({ age }) => age), ends: Uint8Array.from(all, ({ end }) => end) };
}

function selected(reference: Reference): { age: number; end: number }[] {
  const { from, to, asOf, field, value } = reference;
  return rows
    .filter(({ createdDate }) => {
      const created = instant(createdDate);
      return created >= instant(from) && created <= instant(to) && created <= instant(asOf);
    })
    .filter((row) => field === "" || row[field] === value)
    .map((row) => timelineOf(row, reference));
}

describe("the curve by age agrees with R (cmprsk, survival) on the CRM file", () => {
  it.each(references)("$name", (reference) => {
    const curve = incidenceOf(lifeTable(livesOf(selected(reference))));
    const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
    expect(curve.table.size).toBe(reference.size);
    expect(sum(curve.table.events)).toBe(reference.events);
    expect(sum(curve.table.ends)).toBe(reference.events + reference.competing);
    expect(curve.table.limit).toBeCloseTo(reference.limit, 9);
    for (const [index, age] of reference.ages.entries()) {
      const at = incidenceAt(curve, age);
      expect(Math.abs(at.value - (reference.estimates[index] as number))).toBeLessThan(1e-9);
      expect(Math.abs(at.value - (reference.survfit[index] as number))).toBeLessThan(1e-9);
      expect(at.atRisk).toBe(reference.atRisk[index]);
      // R uses another variance estimator: they differ where few are at risk, and nothing is claimed there.
      if (at.atRisk < MIN_AT_RISK) continue;
      expect(Math.abs(at.low - (reference.low[index] as number))).toBeLessThan(1e-4);
      expect(Math.abs(at.high - (reference.high[index] as number))).toBeLessThan(1e-4);
    }
  });
});

describe("the reference of the CRM file, first half of 2017 as of its end", () => {
  const [reference] = references;
  const curve = incidenceOf(lifeTable(livesOf(selected(reference as Reference))));

  it("has the shares and the interval that were worked out beforehand", () => {
    const expected = {
      1: 0.0129772897429,
      14: 0.158297882593,
      30: 0.190108285805,
      60: 0.250640252722,
      90: 0.418262819104,
      180: 0.590422045452,
    };
    for (const [age, value] of Object.entries(expected))
      expect(Math.abs(valueAt(curve, Number(age)) - value)).toBeLessThan(1e-9);
    const { low, high } = incidenceAt(curve, 90);
    expect(Math.abs(low - 0.399610626)).toBeLessThan(1e-4);
    expect(Math.abs(high - 0.4367934816)).toBeLessThan(1e-4);
  });

  it("claims nothing beyond the age that thirty have reached", () => {
    expect(claimedAt(curve, 169)?.atRisk).toBeGreaterThanOrEqual(MIN_AT_RISK);
    expect(claimedAt(curve, 169.5)).toBeNull();
    expect(inTheEnd(curve)).toEqual(incidenceAt(curve, 169));
  });
});

/** Few distinct ages, to get all kinds of ties. */
const anyLifetime = fc.record({
  age: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true })),
  end: fc.constantFrom(CENSORED, EVENT, COMPETING),
});
const anyLives = fc.array(anyLifetime, { maxLength: 90 });

/** The definitions taken literally: every sum over all lifetimes. */
function naive(all: readonly { age: number; end: number }[], until: number) {
  const ages = [...new Set(all.filter(({ end }) => end !== CENSORED).map(({ age }) => age))].sort(
    (a, b) => a - b,
  );
  const steps = ages
    .filter((age) => age <= until)
    .map((age) => ({
      n: all.filter((one) => one.age >= age).length,
      d: all.filter((one) => one.age === age && one.end !== CENSORED).length,
      e: all.filter((one) => one.age === age && one.end === EVENT).length,
    }));
  let [value, alive] = [0, 1];
  const known = steps.map(({ n, d, e }) => {
    const before = alive;
    value += (before * e) / n;
    alive *= 1 - d / n;
    return { n, d, e, before, value };
  });
  const variance = known.reduce((sum, step) => {
    const { n, d, e, before } = step;
    if (n === 1) return sum;
    const rest = value - step.value;
    const own = (before ** 2 * e * (n - e)) / (n * n * (n - 1));
    if (rest === 0 || n === d) return sum + own;
    const both = (2 * rest * before * e * (n - e)) / (n * (n - d) * (n - 1));
    return sum + (rest ** 2 * d) / ((n - 1) * (n - d)) + own - both;
  }, 0);
  return { value, alive, variance, atRisk: all.filter(({ age }) => age >= until).length };
}

describe("the curve of any lives", () => {
  it("is what its definition says, at every age", () => {
    fc.assert(
      fc.property(anyLives, fc.double({ min: 0, max: 13, noNaN: true }), (all, until) => {
        const curve = incidenceOf(lifeTable(livesOf(all)));
        for (const age of [until, Math.round(until)]) {
          const [at, expected] = [incidenceAt(curve, age), naive(all, age)];
          expect(at.value).toBeCloseTo(expected.value, 12);
          expect(at.error).toBeCloseTo(Math.sqrt(Math.max(0, expected.variance)), 6);
          expect(at.error ** 2).toBeCloseTo(Math.max(0, expected.variance), 11);
          expect(survivalAt(curve, age)).toBeCloseTo(expected.alive, 12);
          expect(at.atRisk).toBe(expected.atRisk);
        }
      }),
    );
  });

  it("never leaves 0 to 1, never is NaN, and keeps its value within its ends", () => {
    fc.assert(
      fc.property(anyLives, fc.double({ min: 0, max: 13, noNaN: true }), (all, age) => {
        const { low, value, high } = incidenceAt(incidenceOf(lifeTable(livesOf(all))), age);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("ends at the largest age with thirty at risk", () => {
    fc.assert(
      fc.property(anyLives, (all) => {
        const reached = all.map(({ age }) => age).sort((a, b) => b - a);
        expect(lifeTable(livesOf(all)).limit).toBe(reached[MIN_AT_RISK - 1] ?? null);
      }),
    );
  });
});

describe("the curve where there is little to tell", () => {
  const curveOf = (all: readonly { age: number; end: number }[]) => incidenceOf(lifeTable(livesOf(all)));

  it("says nothing about nobody, and claims nothing about one", () => {
    expect(inTheEnd(curveOf([]))).toBeNull();
    expect(inTheEnd(curveOf([{ age: 3, end: EVENT }]))).toBeNull();
    expect(incidenceAt(curveOf([]), 5)).toMatchObject({ value: 0, low: 0, high: 1, atRisk: 0 });
  });

  it("is 0 with room above while all are open, and 1 with room below once all were won on the first day", () => {
    const open = curveOf(Array.from({ length: 40 }, (_, age) => ({ age, end: CENSORED })));
    expect(inTheEnd(open)).toMatchObject({ age: 10, value: 0, low: 0 });
    expect(inTheEnd(open)?.high).toBeCloseTo(0.1135, 3);
    const won = curveOf(Array.from({ length: 40 }, () => ({ age: 0, end: EVENT })));
    expect(inTheEnd(won)).toMatchObject({ age: 0, value: 1, high: 1 });
    expect(inTheEnd(won)?.low).toBeGreaterThan(0.9);
  });
});
