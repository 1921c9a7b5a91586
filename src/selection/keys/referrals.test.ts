import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER_GROUPS } from "#referrals/answer-group.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { printSearch, readParameters, writeParameters } from "../parameter.ts";
import {
  NOTED,
  pinnedFirst,
  REFERRAL_COLUMNS,
  REFERRAL_KEYS,
  type ReferralKeys,
  WAITING_PLACES,
  type Where,
} from "./referrals.ts";

const DEFAULTS = readParameters(REFERRAL_KEYS, new URLSearchParams()).values;

function print(keys: ReferralKeys): string {
  const search = new URLSearchParams();
  writeParameters(REFERRAL_KEYS, keys, search);
  return printSearch(search);
}

const read = (text: string) => readParameters(REFERRAL_KEYS, new URLSearchParams(text));

const text = fc.oneof(
  fc.constantFrom("-", "a,b", "x;y:z~1", "50%", "%2C", '<b>"', "\u202eevil"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
);
const maybeText = fc.oneof(fc.constant(""), text);
const day = fc.constantFrom("2024-01-01", "2024-02-29", "1999-12-31");
const days = fc.oneof(
  fc.record({ from: day, to: day }),
  fc.record({ from: day, to: fc.constant("" as const) }),
  fc.record({ from: fc.constant("" as const), to: day }),
);
const where: fc.Arbitrary<Where> = fc.record(
  {
    customer: text,
    id: text,
    status: maybeText,
    market: maybeText,
    size: maybeText,
    outcome: fc.constantFrom(...OUTCOMES),
    answer: fc.constantFrom(...ANSWER_GROUPS),
    age: fc.constantFrom(...WAITING_PLACES),
    notes: fc.constantFrom(...NOTED),
    created: days,
    closed: days,
  },
  { requiredKeys: [] },
);
const column = fc.constantFrom(...REFERRAL_COLUMNS);
const keys: fc.Arbitrary<ReferralKeys> = fc.record({
  sort: fc.uniqueArray(fc.record({ id: column, desc: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
    selector: (sort) => sort.id,
  }),
  search: fc.string({ unit: "grapheme", maxLength: 40 }),
  where,
  columns: fc
    .uniqueArray(fc.record({ column, isPinned: fc.boolean() }), {
      minLength: 1,
      selector: (one) => one.column,
    })
    .map(pinnedFirst),
  row: fc.option(fc.record({ id: maybeText, nth: fc.integer({ min: 1, max: 99 }) })),
});

describe("the list of referrals in the address", () => {
  it("is read as it was printed", () => {
    fc.assert(
      fc.property(keys, (all) => {
        expect(read(print(all))).toEqual({ values: all, faults: [] });
      }),
    );
  });

  it("leaves the defaults out", () => {
    expect(print(DEFAULTS)).toBe("");
  });

  it("is readable", () => {
    const [customer, created] = [DEFAULTS.columns[0], DEFAULTS.columns[2]];
    if (!customer || !created) throw new Error("Columns are missing.");
    const changed: ReferralKeys = {
      sort: [
        { id: "created", desc: true },
        { id: "customer", desc: false },
      ],
      search: "zoe",
      where: { market: "DE", created: { from: "2024-01-01", to: "" }, notes: "any" },
      columns: [customer, created],
      row: { id: "A-1", nth: 2 },
    };
    expect(print(changed)).toBe(
      "?sort=-created,customer&q=zoe&where=created:2024-01-01~;market:DE;notes:any&cols=*customer,created&row=A-1~2",
    );
  });

  it("tells what does not fit and falls to the default", () => {
    for (const bad of [
      "sort=name",
      "sort=created,-created",
      "cols=*",
      "where=created:~",
      "where=x:1",
      "row=a~0",
    ])
      expect(read(bad)).toEqual({ values: DEFAULTS, faults: [expect.objectContaining({ kind: "value" })] });
  });

  it("reads any text without throwing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("sort", "q", "where", "cols", "row"),
        fc.string({ maxLength: 30 }),
        (name, value) => {
          read(new URLSearchParams({ [name]: value }).toString());
        },
      ),
    );
  });
});
