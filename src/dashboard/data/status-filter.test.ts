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
    const filter = statusFilter(cube, PERIOD, WAITING_OUTCOMES);
    const text = filter && printFilter(filter);
    for (const part of ["status eq 'NEW'", "status eq 'acknowledged'", "status eq null", "status eq ''"])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Won|Archived/);
  });

  it("is none where too much waits, and finds nothing where nothing does", () => {
    expect(statusFilter(cubeWith([["New", 200_001]]), PERIOD, WAITING_OUTCOMES)).toBeNull();
    const none = statusFilter(cubeWith([["Won", 5]]), PERIOD, WAITING_OUTCOMES);
    expect(none && printFilter(none)).toContain("status eq 'New'");
  });
});
