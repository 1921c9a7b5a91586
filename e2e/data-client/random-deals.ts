import fc from "fast-check";
import { busyDay } from "./random-referrals.ts";

/** A deal as it is meant; `created`, `registered` and `approved` are days in ms since 1970 UTC. */
export type Deal = {
  id: string;
  status: string;
  market: string;
  created: number;
  value: number | null;
  usd: number | null;
  registered: number | null;
  approved: number | null;
  /** Its entries by the page's names of the fields, such as `solution`; [""] is none. */
  texts: Readonly<Record<string, readonly string[]>>;
};

const STATUSES = "Pending Pending Accepted Accepted Won Won Lost Declined Expired Error".split(" ");
const SOLUTIONS = "Backup Archive Vision Mesh Cloud Edge Loop Copilot Fabric Desk".split(" ");
const KINDS: readonly (readonly [kind: string, column: string])[] = [
  ["co-sell", "Co-sell"],
  ["partner-led", "Partner-led"],
  ["private", "Private"],
  ["qualified-lead", "Qualified lead"],
  ["marketplace-lead", "Profile lead"],
];
const CURRENCIES = ["EUR", "USD", "INR", ""];
const DAY_MS = 86_400_000;

const amount = fc.option(fc.nat({ max: 500_000 }), { freq: 3 });
const text = (...values: string[]) => fc.constantFrom(...values, "").map((one) => [one]);

const anyDeal = fc.record({
  kind: fc.constantFrom(...KINDS.map(([kind]) => kind)),
  status: fc.constantFrom(...STATUSES),
  market: fc.constantFrom("US", "DE", "FR", "IN", ""),
  created: busyDay,
  value: amount,
  usd: amount,
  later: fc.option(fc.nat({ max: 90 })),
  approved: fc.boolean(),
  direction: fc.constantFrom("incoming", "outgoing"),
  solution: fc.oneof(
    fc.constant([""]),
    fc.uniqueArray(fc.constantFrom(...SOLUTIONS), { minLength: 1, maxLength: 3 }),
  ),
  currency: fc.constantFrom(...CURRENCIES).map((one) => [one]),
  reason: text("Customer budget", "No answer", "Other vendor"),
  program: text("Contact request", "Co-sell"),
  leadSource: text("Appsource", "Azure Marketplace"),
});

/** Deals of every kind, with and without values, reasons, solutions and registrations. */
export const anyDeals: fc.Arbitrary<Deal[]> = fc
  .array(anyDeal, { minLength: 40, maxLength: 200, size: "max" })
  .map((all) =>
    all.map(({ kind, direction, solution, currency, reason, program, leadSource, ...one }, at): Deal => {
      const isLead = kind.endsWith("lead");
      const registered = isLead || one.later === null ? null : one.created + one.later * DAY_MS;
      const approved = registered !== null && one.approved ? registered + 7 * DAY_MS : null;
      const texts = {
        ...{ kind: [kind], solution, currency, reason, program },
        direction: [isLead ? "" : direction],
        leadSource: isLead ? leadSource : [""],
      };
      const { status, market, created, value, usd } = one;
      return { id: `d${at}`, status, market, created, value, usd, registered, approved, texts };
    }),
  );

const dateOf = (day: number | null) =>
  day === null ? "" : new Date(day).toLocaleDateString("en-US", { timeZone: "UTC" });

type Columns = Readonly<Record<string, (deal: Deal) => string | number | null>>;
const entries = (field: string) => (deal: Deal) => (deal.texts[field] ?? []).join(";");
const kindColumn = ({ texts }: Deal) => KINDS.find(([kind]) => kind === texts.kind?.[0])?.[1] ?? "";

/** As in the two downloads of Partner Center's insights. */
const COSELL: Columns = {
  "Referral ID": ({ id }) => id,
  "Customer Country": ({ market }) => market,
  "Customer Name": ({ id }) => `Customer ${id}`,
  "Referral Creation Date": ({ created }) => dateOf(created),
  "Deal Type": kindColumn,
  "Deal Direction": entries("direction"),
  "Deal currency": entries("currency"),
  "Estimated Deal value": ({ value }) => value,
  "Estimated Deal value (USD)": ({ usd }) => usd,
  "Solution Name": entries("solution"),
  "Contract Sign Date": ({ registered }) => dateOf(registered),
  "Deal Creation Date": ({ registered }) => dateOf(registered),
  "Deal Approved Date": ({ approved }) => dateOf(approved),
  Status: ({ status }) => status,
  "Status Reason": entries("reason"),
  "Partner Program": entries("program"),
};
const LEADS: Columns = {
  "Referral ID": ({ id }) => id,
  "Creation Date": ({ created }) => dateOf(created),
  "Updated Date": ({ created }) => dateOf(created + DAY_MS),
  "Customer Country": ({ market }) => market,
  "Customer Name": ({ id }) => `Customer ${id}`,
  "Lead Type": kindColumn,
  "Lead Source": entries("leadSource"),
  "Referral program": entries("program"),
  "Offer name": entries("solution"),
  "Lead currency": entries("currency"),
  "Lead value": ({ value }) => value,
  "Lead value (USD)": ({ usd }) => usd,
  Status: ({ status }) => status,
  "Status Reason": entries("reason"),
};

function csvOf(columns: Columns, deals: readonly Deal[]): string {
  const lines = deals.map((deal) => Object.values(columns).map((read) => read(deal) ?? ""));
  return [Object.keys(columns), ...lines].map((cells) => cells.join(",")).join("\n");
}

/** The two downloads that hold the deals, by name. */
export function downloadsOf(deals: readonly Deal[]): Record<string, string> {
  const isLead = ({ texts }: Deal) => texts.kind?.[0]?.endsWith("lead") === true;
  return {
    "cosell.csv": csvOf(
      COSELL,
      deals.filter((deal) => !isLead(deal)),
    ),
    "leads.csv": csvOf(LEADS, deals.filter(isLead)),
  };
}
