import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { FIELDS, type Referral } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { type AnalyticsQuery, LEVELS } from "#partner-center/query.ts";
import { writeJsonLines } from "#server/store/bulk.ts";
import { openDuckDbStore } from "../../store/duckdb-store.ts";
import { fetchRows, type Store, textOf } from "../../store/store.ts";
import { AS_USUAL } from "../../store/testing/load-folder.ts";
import type { ApiReferral } from "../stand-in/api-referral.ts";
import { sampleOf } from "../testing/serve-api.ts";
import { serveReadings } from "../testing/serve-readings.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const OWN = "00c0ffee-0000-4000-8000-00000000aaaa";
const sample = sampleOf(2400);
/** Rare values that the sample lacks. */
const odd: ApiReferral[] = [
  { ...sample[0], id: "odd-1", status: "Halted", substatus: "Halted", customerProfile: null },
  { ...sample[1], id: "odd-2", status: "Closed", substatus: "Error", details: null, team: null },
  {
    ...sample[2],
    id: "odd-3",
    status: "Active",
    substatus: "None",
    createdDateTime: "",
    acceptedDateTime: "",
  },
  { ...sample[3], id: "odd-4", status: "", substatus: null, updatedDateTime: "2026-01-01T00:00:00Z" },
  { ...sample[4], id: "odd-5", customerProfile: { name: "A &amp; B", size: "", address: { country: "" } } },
  { ...sample[5], id: "odd-6", createdDateTime: "2026-01-31T23:59:59.9999999Z", acceptedDateTime: null },
  {
    ...sample[0],
    id: "odd-7",
    createdDateTime: "2026-02-01T08:00:00.4000000Z",
    acceptedDateTime: "2026-02-01T07:59:59.8000000Z",
  },
  { ...everywhere(sample[6], null), id: "odd-8" },
  { ...everywhere(sample[7], ""), id: "odd-9" },
  { ...sample[8], id: "odd-10", customerProfile: undefined, details: undefined },
  { ...sample[9], id: "odd-11", type: "Odd", qualification: "Odd", direction: "Odd", callToAction: "Odd" },
] as ApiReferral[];

/** With this value for each property but the dates by which the API itself sorts. */
function everywhere(one: ApiReferral | undefined, value: null | ""): object {
  const names = Object.keys(one ?? {}).filter((name) => !/^(created|updated)DateTime$/.test(name));
  return { ...one, ...Object.fromEntries(names.map((name) => [name, value])) };
}

const referrals = [...sample, ...odd];

/** The sixteen fields, derived by hand from the documented rules, independent of the product's mapping. */
function byHand(one: ApiReferral): Referral {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const day = (value: unknown) => {
    const found = text(value);
    return found === null ? null : `${found.slice(0, 23)}Z`.replace(/:(\d\d)Z+$/, ":$1Z");
  };
  const profile = Object(one.customerProfile ?? {});
  const substatus = text(one.substatus) === "None" ? null : text(one.substatus);
  const status = one.status === "New" ? "New" : (substatus ?? text(one.status));
  const created = day(one.createdDateTime);
  const isOutgoing =
    one.direction === "Outgoing" || Object(one.inviteContext).invitedBy?.organizationId === OWN;
  const closed = (name: string) => {
    const at = day(one.closedDateTime);
    return status === name && at !== null && (created === null || at >= created) ? at : null;
  };
  const accepted = day(one.acceptedDateTime);
  const lead = Date.parse(created ?? "") - Date.parse(accepted ?? "");
  const none = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
  return {
    ...none,
    id: one.id,
    status,
    customerMarket: text(profile.address?.country),
    customerName: text(profile.name)?.replaceAll("&amp;", "&") ?? null,
    customerOrgSize: text(profile.size),
    createdDate: created,
    acceptedDate: isOutgoing ? null : lead > 0 && lead < 1000 ? created : accepted,
    wonDate: closed("Won"),
    lostDate: closed("Lost"),
    declinedDate: closed("Declined"),
    expiredDate: closed("Expired"),
  };
}

let folder = "";
let store: Store;
let served: Awaited<ReturnType<typeof serveReadings>>;
let token = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "same-figures-test-"));
  const path = join(folder, "by-hand.jsonl");
  // Deals closed as an error are in no figure.
  const counted = referrals.filter(({ substatus }) => substatus !== "Error");
  await writeJsonLines(path, counted.map(byHand));
  store = await openDuckDbStore();
  await store.load({ kind: "files", files: [{ path, isNamed: true }], options: AS_USUAL });
  served = await serveReadings({ referrals });
  token = await served.token();
  expect(await served.settled(token)).toMatchObject({ isWhole: true, problem: null });
});
afterAll(async () => {
  await served.close();
  await store.close();
  await rm(folder, { recursive: true });
});

async function expectSame(query: AnalyticsQuery): Promise<void> {
  const { body } = await served.ask(token, query);
  const response = await fetchRows(store, query);
  const expected: unknown = JSON.parse(textOf("[", response, "]").toString());
  expect({ rows: body.Value, total: body.TotalCount }).toEqual({
    rows: expected,
    total: response.totalCount,
  });
}

const day = fc.integer({ min: Date.UTC(2023, 9, 1), max: Date.UTC(2026, 11, 1) });
const DATES = FIELDS.filter((field) => field.endsWith("Date"));
const selection: fc.Arbitrary<Filter | null> = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constant("term" as const),
      field: fc.constantFrom("status" as const, "customerMarket" as const, "customerOrgSize" as const),
      operator: fc.constantFrom("eq" as const, "ne" as const),
      value: fc.constantFrom("Won", "New", "Accepted", "Expired", "US", "DE", "1to9employees", null),
    }),
    fc.record({
      kind: fc.constant("date" as const),
      field: fc.constantFrom(...DATES) as fc.Arbitrary<"createdDate">,
      operator: fc.constantFrom("ge" as const, "lt" as const),
      instant: day,
    }),
  ),
);
const grouped = fc.record({
  kind: fc.constant("grouped" as const),
  query: fc.record({
    filter: selection,
    groupBy: fc.uniqueArray(fc.constantFrom(...FIELDS.filter((field) => field !== "id")), {
      minLength: 1,
      maxLength: 3,
    }) as fc.Arbitrary<unknown> as fc.Arbitrary<["status"]>,
    level: fc.constantFrom(...LEVELS),
  }),
  page: fc.constant({ top: 10_000, skip: 0 }),
});

it("gives every record as a file of the sixteen fields gives it", () =>
  expectSame({ kind: "records", query: { filter: null }, page: { top: 10_000, skip: 0 } }));

it("counts every selection as a file of the sixteen fields is counted", () =>
  fc.assert(fc.asyncProperty(grouped, expectSame), { numRuns: 150 }));
