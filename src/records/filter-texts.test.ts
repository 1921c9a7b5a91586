import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { marketCode } from "#referrals/market.ts";
import { ROUTES, routeOf } from "#referrals/route.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import type { FilterContext, RecordFilter } from "./record-filter.ts";
import { rowsMatching } from "./rows-matching.ts";
import { tableOf } from "./testing/arbitraries.ts";
import { CONTEXT, keepsThose, someOf } from "./testing/keeps-those.ts";

describe("keys", () => {
  it("are any of a list, or none of it", () => {
    const codes = someOf("US", "DE", "X", "");
    keepsThose(
      codes,
      (markets) => ({ markets }),
      (one, list) => list.includes(marketCode(one.customerMarket)),
    );
    keepsThose(
      codes,
      (partners) => ({ partners }),
      (one, list) => list.includes(marketCode(one.partnerMarket)),
    );
    keepsThose(
      codes,
      (notMarkets) => ({ notMarkets }),
      (one, list) => !list.includes(marketCode(one.customerMarket)),
    );
    const sizes = someOf("odd", "", "10to50employees");
    keepsThose(
      sizes,
      (list) => ({ sizes: list }),
      (one, list) => list.includes(one.customerOrgSize ?? ""),
    );
    keepsThose(
      someOf("a-1", "B-3"),
      (ids) => ({ ids }),
      (one, ids) => ids.includes(one.id ?? "none"),
    );
  });

  it("tell the route between them", () => {
    const isOn = (one: Referral, route: string) =>
      routeOf(marketCode(one.customerMarket), marketCode(one.partnerMarket)) === route;
    const anyRoute = fc.constantFrom(...ROUTES);
    keepsThose(anyRoute, (route) => ({ route }), isOn);
    keepsThose(
      anyRoute,
      (notRoute) => ({ notRoute }),
      (one, route) => !isOn(one, route),
    );
  });

  it("ask for nothing by an empty list", () => {
    keepsThose(
      fc.constant([]),
      (none) => ({ markets: none, outcomes: none, ids: none, dates: none }),
      () => true,
    );
  });
});

describe("what a reader types", () => {
  const table = tableOf([
    referral({ id: "A-1", customerName: "Café Zoë", customerMarket: " de" }),
    referral({ id: "B-2", customerName: "Zoe Ltd", customerMarket: "US" }),
    referral({ id: "ZOE", customerName: null, customerMarket: null }),
  ]);
  const found = (filter: RecordFilter, shownText?: FilterContext["shownText"]) => [
    ...rowsMatching(table, filter, shownText === undefined ? CONTEXT : { ...CONTEXT, shownText }),
  ];

  it("is found in names and ids, without regard to case and accents, each word", () => {
    expect(found({ search: "zoe" })).toEqual([0, 1, 2]);
    expect(found({ search: " ZOË  cafe" })).toEqual([0]);
    expect(found({ search: "zoe b-2" })).toEqual([1]);
    expect(found({ search: " " })).toEqual([0, 1, 2]);
    expect(found({ search: "(.*" })).toEqual([]);
  });

  it("is found in its own column, a market also by its name", () => {
    expect(found({ texts: { customerName: "zoe" } })).toEqual([0, 1]);
    expect(found({ texts: { id: "-", customerName: "ltd" } })).toEqual([1]);
    expect(found({ texts: { customerMarket: "d" } })).toEqual([0]);
    const countryName = (_: string, code: string) =>
      ({ DE: "Deutschland", US: "Österreich" })[code] ?? "ohne";
    expect(found({ texts: { customerMarket: "oster" } }, countryName)).toEqual([1]);
    expect(found({ texts: { customerMarket: "ohne" } }, countryName)).toEqual([2]);
  });
});
