import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, type Referral } from "#partner-center/fields.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { readQuery } from "#partner-center/query-read.ts";
import { anyQuery, referral } from "#server/store/testing/arbitraries.ts";
import { naiveStore, queryNaively } from "#server/store/testing/naive-store.ts";
import { createAnalyticsService } from "../embedded/service.ts";
import { readSpellings, restrictToUser } from "./restrict-to-user.ts";
import type { User } from "./user.ts";

const GERMANY: User = { oid: "1", name: "One market", markets: ["DE"] };
const EMPTY = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;

/** Referrals with all kinds of flaws, many of them in one market with various spellings. */
const someReferrals = fc.array(
  fc.oneof(
    referral,
    referral.map((one): Referral => ({ ...one, customerMarket: " De " })),
    referral.map((one): Referral => ({ ...one, customerMarket: "DE" })),
  ),
  { maxLength: 40 },
);

function isGerman({ customerMarket }: Referral): boolean {
  return customerMarket?.trim().toUpperCase() === "DE";
}

describe("the user of one market", () => {
  it("gets every answer as if there were no other referrals", async () => {
    await fc.assert(
      fc.asyncProperty(someReferrals, anyQuery, async (referrals, query) => {
        const spellings = await readSpellings(naiveStore(referrals));
        const narrowed = queryNaively(referrals, restrictToUser(query, GERMANY, spellings));
        expect(narrowed).toEqual(queryNaively(referrals.filter(isGerman), query));
      }),
    );
  });

  it("sees nothing where the market has no referrals, or the user no market", async () => {
    const us: Referral[] = [{ ...EMPTY, id: "1", customerMarket: "US" }];
    const spellings = await readSpellings(naiveStore(us));
    const all = readQuery("");
    expect(queryNaively(us, restrictToUser(all, GERMANY, spellings)).totalCount).toBe(0);
    expect(queryNaively(us, restrictToUser(all, { ...GERMANY, markets: [] }, spellings)).totalCount).toBe(0);
  });

  it("cannot be told apart from a smaller service over HTTP, page after page", async () => {
    const referrals = Array.from({ length: 300 }, (_, index): Referral => {
      return { ...EMPTY, id: String(index), customerMarket: ["DE", "de", "US"][index % 3] ?? null };
    });
    const whole = naiveStore(referrals);
    const spellings = await readSpellings(whole);
    const small = createAnalyticsService(naiveStore(referrals.filter(isGerman)), "/path");
    const large = createAnalyticsService(whole, "/path");
    const widening = "filter=customerMarket%20eq%20%27US%27%20or%20id%20ne%20null&top=7";
    const access = { user: GERMANY, spellings };
    let search: string | undefined = widening;
    for (let pages = 0; search !== undefined; pages += 1) {
      const expected = await small.respond({ search });
      const response = await large.respond({ search, access });
      expect(response.body.toString()).toBe(expected.body.toString());
      const link: string | null = JSON.parse(response.body.toString())["@nextLink"];
      search = link?.split("?")[1];
      expect(pages).toBeLessThan(40);
    }
  });

  it("shares no remembered answer with somebody who sees all", async () => {
    const referrals: Referral[] = ["DE", "US"].map((customerMarket) => ({
      ...EMPTY,
      id: "1",
      customerMarket,
    }));
    const store = naiveStore(referrals);
    const spellings = await readSpellings(store);
    const service = createAnalyticsService(store, "/path");
    const total = async (user: User): Promise<number> => {
      const { body } = await service.respond({
        search: "groupby=customerMarket",
        access: { user, spellings },
      });
      return JSON.parse(body.toString()).TotalCount;
    };
    expect(await total({ ...GERMANY, markets: null })).toBe(2);
    expect(await total(GERMANY)).toBe(1);
    expect(await total({ ...GERMANY, markets: null })).toBe(2);
  });
});

it("whoever sees all markets is asked for as asked", () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const everything = restrictToUser(query, { ...GERMANY, markets: null }, () => ["DE"]);
      expect(printQuery(everything)).toBe(printQuery(query));
    }),
  );
});
