import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATE_FIELDS, type DateField, TERM_FIELDS } from "#partner-center/fields.ts";
import { RANGED_DATES } from "../records/extra-fields.ts";
import type { ImportedRecord } from "../records/imported-record.ts";
import { decodeRecord, encodeRecord } from "../records/record-codec.ts";
import { addImport, type History, type Import, type Sighting } from "./history.ts";
import { datedByHistory, dateRangeOf, type ImportRange } from "./status-ranges.ts";

const NEVER = { kind: "never" } as const;
type RecordValues = {
  id: string | null;
  status?: string | null;
  dates?: Partial<Record<DateField, number>>;
  extra?: ImportedRecord["extra"];
  approximate?: DateField[];
};

function importedRecord({
  id,
  status = null,
  dates = {},
  extra = {},
  approximate = [],
}: RecordValues): ImportedRecord {
  const none = Object.fromEntries(TERM_FIELDS.map((field) => [field, null])) as ImportedRecord["terms"];
  const all = DATE_FIELDS.map((field) => {
    const at = dates[field];
    return [field, at === undefined ? NEVER : { kind: "instant", at }] as const;
  });
  return {
    terms: { ...none, id, status },
    dates: Object.fromEntries(all) as ImportedRecord["dates"],
    approximate: new Set(approximate),
    extra,
  };
}

function historyOf(sightings: readonly Sighting[]): History {
  const byId = new Map(sightings.map((one) => [one.record.terms.id, one]));
  return { of: (id) => byId.get(id) ?? null, all: () => sightings };
}

const knownAfter = (imports: readonly Import[]): Sighting[] =>
  imports.reduce((known: Sighting[], one) => [...addImport(historyOf(known), one)], []);

const rangesOf = ({ extra }: ImportedRecord): Record<string, ImportRange> =>
  Object.fromEntries(
    RANGED_DATES.flatMap((field) => {
      const range = dateRangeOf(extra, field);
      return range ? [[field, range]] : [];
    }),
  );

/** Statuses with their step and date, written independently by hand. */
const WORDS: Record<string, [step: number, date: DateField | null]> = {
  New: [0, null],
  Acknowledged: [1, "acknowledgedDate"],
  ACCEPTED: [2, "acceptedDate"],
  Active: [2, "acceptedDate"],
  Won: [3, "wonDate"],
  Lost: [3, "lostDate"],
  Expired: [3, "expiredDate"],
  Archived: [4, "archivedDate"],
  Closed: [4, null],
};
const STRANGE = "Halted";

type Seen = { asOf: number; at: number; status: string };

/** The ranges of a referral, date by date, from all observations. */
function naiveRanges(seen: readonly Seen[]): Record<string, ImportRange> {
  const found: Record<string, ImportRange> = {};
  for (const date of RANGED_DATES) {
    const isHere = ({ status }: Seen) => WORDS[status]?.[1] === date;
    const step = Math.max(...Object.values(WORDS).flatMap(([own, name]) => (name === date ? own : [])));
    const arrivals = seen.flatMap((one, place) => {
      const before = seen[place - 1];
      const isOn = before !== undefined && isHere(one) && !isHere(before);
      return isOn && (WORDS[before.status]?.[0] ?? -1) <= step ? place : [];
    });
    const place = arrivals.at(-1);
    if (place === undefined) continue;
    const isDenied = seen.slice(place + 1).some((one) => {
      const [then, name] = WORDS[one.status] ?? [9, null];
      return then < step || (then === step && name !== date);
    });
    if (isDenied) continue;
    const from = Math.max(...seen.slice(0, place).map(({ asOf }) => asOf));
    found[date] = { from, to: seen[place]?.at ?? 0 };
  }
  return found;
}

const row = fc.record({
  id: fc.constantFrom("a", "b", "c", null),
  status: fc.constantFrom(...Object.keys(WORDS), STRANGE, null),
});
const importsOf = fc
  .array(
    fc.record({
      rows: fc.array(row, { maxLength: 5 }),
      age: fc.nat(20),
      wait: fc.integer({ min: 1, max: 10 }),
    }),
    {
      maxLength: 9,
    },
  )
  .map((list) => {
    let at = 1000;
    return list.map(({ rows, age, wait }) => {
      at += wait;
      return { at, asOf: at - age, rows };
    });
  });
type Listed = { at: number; asOf: number; rows: readonly { id: string | null; status: string | null }[] };
const imported = ({ rows, ...times }: Listed, isWhole = false): Import => ({
  ...times,
  records: rows.map(importedRecord),
  isWhole,
});

describe("the history of imports", () => {
  it("dates changes as a list of all that was seen does, and loses no referral", () =>
    fc.assert(
      fc.property(importsOf, (list) => {
        const known = knownAfter(list.map((one) => imported(one)));
        const ids = new Set(list.flatMap(({ rows }) => rows.flatMap(({ id }) => id ?? [])));
        expect(new Set(known.flatMap(({ record }) => record.terms.id ?? []))).toEqual(ids);
        for (const id of ids) {
          // Duplicate rows prove nothing.
          if (list.some(({ rows }) => rows.filter((one) => one.id === id).length > 1)) continue;
          const seen = list.flatMap(({ at, asOf, rows }) =>
            rows.flatMap((one) =>
              one.id === id && one.status !== null ? { at, asOf, status: one.status } : [],
            ),
          );
          const [{ record } = { record: importedRecord({ id }) }] = known.filter(
            (one) => one.record.terms.id === id,
          );
          expect(record.terms.status).toBe(seen.at(-1)?.status ?? null);
          expect(rangesOf(record)).toEqual(naiveRanges(seen));
        }
        const last = list.at(-1)?.rows.map(({ id }) => id) ?? [];
        expect(known.slice(0, last.length).map(({ record }) => record.terms.id)).toEqual(last);
      }),
      { numRuns: 300 },
    ));

  it("learns nothing from the same import again, and nothing is lost on the way to a file and back", () =>
    fc.assert(
      fc.property(importsOf, fc.boolean(), (list, isWhole) => {
        const all = list.map((one) => imported(one, isWhole));
        const known = knownAfter(all);
        const last = all.at(-1);
        if (last) expect(knownAfter([...all, { ...last, at: last.at + 5 }])).toEqual(known);
        for (const { record } of known)
          expect(decodeRecord(JSON.parse(JSON.stringify(encodeRecord(record))))).toEqual(record);
      }),
    ));

  it("keeps of an import that tells all there is its own referrals alone", () => {
    const list: Listed[] = [
      {
        at: 10,
        asOf: 10,
        rows: [
          { id: "a", status: "New" },
          { id: "b", status: "New" },
        ],
      },
      { at: 20, asOf: 15, rows: [{ id: "a", status: "Won" }] },
    ];
    const known = knownAfter(list.map((one) => imported(one, true)));
    expect(known.map(({ record }) => [record.terms.id, rangesOf(record)])).toEqual([
      ["a", { wonDate: { from: 10, to: 20 } }],
    ]);
  });

  it("takes an older file that is imported later for what it is", () => {
    const at = (time: number, status: string, updatedDate: number): Import => ({
      at: time,
      asOf: time,
      isWhole: false,
      records: [importedRecord({ id: "a", status, extra: { updatedDate } })],
    });
    const [one] = knownAfter([at(10, "New", 1), at(20, "Won", 18), at(30, "Accepted", 9)]);
    expect([
      one?.record.terms.status,
      rangesOf(one?.record ?? importedRecord({ id: "a" })),
      one?.asOf,
    ]).toEqual(["Won", { wonDate: { from: 10, to: 18 } }, 20]);
  });

  it("forgets the end of a referral that was opened again", () => {
    const [one] = knownAfter([
      {
        at: 1,
        asOf: 1,
        isWhole: false,
        records: [importedRecord({ id: "a", status: "Lost", dates: { lostDate: 1 } })],
      },
      { at: 2, asOf: 2, isWhole: false, records: [importedRecord({ id: "a", status: "Active" })] },
    ]);
    expect(one?.record.dates.lostDate).toEqual(NEVER);
  });
});

describe("a date between two imports", () => {
  const [nov3, nov10] = [Date.UTC(2026, 10, 3), Date.UTC(2026, 10, 10)];
  const twice = (second: RecordValues, first: RecordValues = { id: "a", status: "New" }) =>
    knownAfter([
      { at: nov3, asOf: nov3, isWhole: false, records: [importedRecord(first)] },
      { at: nov10, asOf: nov10, isWhole: false, records: [importedRecord(second)] },
    ]).map(({ record }) => datedByHistory(record))[0] as ImportedRecord;

  it("is the middle of the time between them", () => {
    const record = twice({ id: "a", status: "Accepted", dates: { createdDate: Date.UTC(2026, 10, 1) } });
    expect(record.dates.acceptedDate).toEqual({ kind: "instant", at: (nov3 + nov10) / 2 });
    expect(rangesOf(record)).toEqual({ acceptedDate: { from: nov3, to: nov10 } });
  });

  it("gives way to what a file tells, and replaces what stands for another date and lies outside", () => {
    const exact = twice({ id: "a", status: "Won", dates: { wonDate: 5 } });
    expect([exact.dates.wonDate, rangesOf(exact)]).toEqual([{ kind: "instant", at: 5 }, {}]);
    const signed = (at: number) =>
      twice({ id: "a", status: "Won", dates: { wonDate: at }, approximate: ["wonDate"] });
    expect(signed(nov3 + 1).dates.wonDate).toEqual({ kind: "instant", at: nov3 + 1 });
    expect(signed(5).dates.wonDate).toEqual({ kind: "instant", at: (nov3 + nov10) / 2 });
  });

  it("is no later than the row's last update, also where the older file looks younger, as a copy does", () => {
    const [copied, nov8] = [nov10 - 3_600_000, Date.UTC(2026, 10, 8)];
    const dated = (status: string, values: Partial<RecordValues>) =>
      knownAfter([
        { at: copied, asOf: copied, isWhole: false, records: [importedRecord({ id: "a", status: "New" })] },
        {
          at: nov10,
          asOf: nov10,
          isWhole: false,
          records: [importedRecord({ id: "a", status, extra: { updatedDate: nov8 }, ...values })],
        },
      ]).map(({ record }) => datedByHistory(record))[0] as ImportedRecord;
    const won = dated("Won", { dates: { wonDate: nov8 }, approximate: ["wonDate"] });
    expect(won.dates.wonDate).toEqual({ kind: "instant", at: nov8 });
    const endOfDay = Date.UTC(2026, 10, 9) - 1;
    expect(rangesOf(dated("Accepted", {}))).toEqual({ acceptedDate: { from: nov8, to: endOfDay } });
  });

  it("is not for outgoing deals, which are accepted by being created", () =>
    expect(
      twice({ id: "a", status: "Accepted", extra: { direction: "outgoing" } }).dates.acceptedDate,
    ).toEqual(NEVER));

  it("lies within what the file's own dates allow", () =>
    fc.assert(
      fc.property(
        fc.constantFrom("Acknowledged", "Accepted", "Won", "Archived"),
        fc.dictionary(fc.constantFrom(...DATE_FIELDS), fc.integer({ min: nov3 - 5, max: nov10 + 5 })),
        (status, dates) => {
          const record = twice({ id: "a", status, dates });
          for (const [field, { from, to }] of Object.entries(rangesOf(record))) {
            const date = record.dates[field as DateField];
            expect(from).toBeGreaterThanOrEqual(Math.max(nov3, dates.createdDate ?? 0));
            expect(to).toBeLessThanOrEqual(nov10);
            expect(date).toEqual({ kind: "instant", at: Math.floor((from + to) / 2) });
            expect(from).toBeLessThanOrEqual(to);
          }
        },
      ),
    ));
});
