import { describe, expect, it } from "vitest";
import { cubeOf } from "#cube/testing/cubes.ts";
import { daysWithin } from "#partner-center/filter-build.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import { statusFilter } from "./status-filter.ts";

const PERIOD = daysWithin("createdDate", "2026-01-01", "2026-12-31");
const cubeWith = (statuses: readonly (readonly [string | null, number])[]) =>
  cubeOf(
    { filter: PERIOD, groupBy: ["status"], level: "month" },
    statuses.map(([status, count]) => ({ keys: [status], count })),
  );

describe("the filter for what may wait", () => {
  it("names each spelling of a status that waits, and absence", () => {
    const cube = cubeWith([
      ["NEW", 3],
      ["Won", 9],
      ["acknowledged", 2],
      [null, 1],
      ["Archived", 4],
    ]);
    const { filter, count } = statusFilter(cube, WAITING_OUTCOMES);
    const text = printFilter(filter);
    expect(count).toBe(6);
    for (const part of ["status eq 'NEW'", "status eq 'acknowledged'", "status eq null", "status eq ''"])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Won|Archived/);
  });

  it("passes absence for accepted ones too: there a date decides", () => {
    const cube = cubeWith([
      ["New", 3],
      ["Active", 2],
      [null, 1],
    ]);
    const { filter, count } = statusFilter(cube, ["open-accepted"]);
    expect(printFilter(filter)).toBe("status eq 'Active' or status eq null or status eq ''");
    expect(count).toBe(3);
  });

  it("finds nothing where nothing waits", () => {
    const { filter, count } = statusFilter(cubeWith([["Won", 5]]), WAITING_OUTCOMES);
    expect([printFilter(filter), count]).toEqual(["status eq 'New'", 0]);
  });
});
