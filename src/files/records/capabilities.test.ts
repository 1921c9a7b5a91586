import { describe, expect, it } from "vitest";
import { FIELDS } from "#partner-center/fields.ts";
import { capabilitiesOf, EVERYTHING_KNOWN, joinCapabilities } from "./capabilities.ts";
import { planTable } from "./plan-table.ts";

function limitsOf(header: readonly string[]) {
  const plan = planTable(header, null);
  if (!plan) throw new Error("no format");
  return capabilitiesOf(plan, new Set(["Creation Date"]));
}

const LEADS = limitsOf([
  "Referral ID",
  "Creation Date",
  "Updated Date",
  "Status",
  "Customer Country",
  "Lead Type",
]);

describe("what sources cannot tell", () => {
  it("is nothing for the sixteen fields", () => {
    expect(limitsOf(FIELDS)).toEqual(EVERYTHING_KNOWN);
    expect(joinCapabilities([limitsOf(FIELDS)])).toEqual(EVERYTHING_KNOWN);
  });

  it("is every field without a column, with the reason", () => {
    const { limits } = limitsOf(["id", "status", "createdDate"]);
    expect(limits.acceptedDate).toEqual({ state: "absent", reason: "no-column" });
    expect(limits.status).toBeUndefined();
  });

  it("of leads is when they were accepted, and exactly when they ended", () => {
    expect(LEADS.limits.acceptedDate).toEqual({ state: "absent", reason: "not-in-format" });
    expect(LEADS.limits.lostDate).toEqual({ state: "approximate", reason: "update-date" });
    expect(LEADS.dayOnly).toEqual(["createdDate"]);
  });

  it("is partly there where one source has it and another has not", () => {
    const { limits } = joinCapabilities([LEADS, limitsOf(FIELDS)]);
    expect(limits.acceptedDate?.state).toBe("partly");
    expect(limits.wonDate?.state).toBe("approximate");
    expect(limits.createdDate).toBeUndefined();
    const bare = limitsOf(["id", "status", "createdDate"]);
    expect(joinCapabilities([LEADS, bare]).limits.wonDate?.state).toBe("partly");
    expect(joinCapabilities([LEADS, bare]).limits.acceptedDate?.state).toBe("absent");
  });
});
