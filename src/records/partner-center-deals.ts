import type { RecordTable } from "#partner-center/record-table.ts";
import { type DealText, entriesOf } from "#referrals/deal-fields.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";
import { STAGES } from "#referrals/stages.ts";
import { dealTexts } from "./deal-columns.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { Rows } from "./rows.ts";

/** A figure here, and on Partner Center's Insights pages. */
export type Both<T> = { ours: T; theirs: T };

/** What only the kinds, directions and solutions of referrals tell; null where the source lacks them. */
export type PartnerCenterDeals = {
  leads: Both<Rate> | null;
  coSell: Both<Rate> | null;
  privateDeals: Both<number> | null;
  /** Deals with more than one solution, and the rows that they have. */
  solutions: Both<number> | null;
  errors: Both<number>;
};

const LEADS = ["marketplace-lead", "qualified-lead"];
const SHOWN_DEALS = ["co-sell", "partner-led"];
const PRIVATE = "private";

type One = { kind: string; isOutgoing: boolean; isError: boolean; accepted: boolean; won: boolean };

/**
 * Counts deals as the Insights pages do: won of accepted and outgoing ones, each solution of a deal in a row of its own,
 * private ones hidden unless selected, those closed as error nowhere.
 */
export function partnerCenterDeals(
  table: RecordTable,
  rows: Rows,
  has: (field: DealText) => boolean,
): PartnerCenterDeals {
  const all = Array.from(rows, readerOf(table));
  const shown = all.filter(({ isError }) => !isError);
  const ofKinds = (some: readonly One[], ...kinds: string[]) =>
    some.filter(({ kind }) => kinds.includes(kind));
  const leads = { ours: ofKinds(all, ...LEADS), theirs: ofKinds(shown, ...LEADS) };
  const deals = { ours: ofKinds(all, ...SHOWN_DEALS, PRIVATE), theirs: ofKinds(shown, ...SHOWN_DEALS) };
  return {
    leads: has("kind") ? { ours: wonOf(leads.ours), theirs: wonOf(leads.theirs, isAnswered) } : null,
    coSell:
      has("kind") && has("direction")
        ? { ours: wonOf(deals.ours), theirs: wonOf(deals.theirs, isAnswered) }
        : null,
    privateDeals: has("kind") ? { ours: ofKinds(all, PRIVATE).length, theirs: 0 } : null,
    solutions: has("solution") ? solutionsOf(table, rows) : null,
    errors: { ours: all.length - shown.length, theirs: 0 },
  };
}

/** An outgoing deal is accepted by being created. */
const isAnswered = ({ accepted, isOutgoing }: One) => accepted || isOutgoing;

function wonOf(some: readonly One[], counts: (one: One) => boolean = () => true): Rate {
  const base = some.filter(counts);
  return rateOf(base.filter(({ won }) => won).length, base.length);
}

function readerOf(table: RecordTable): (row: number) => One {
  const { outcomes, lastStages } = derivedFieldsOf(table);
  const [won, accepted] = [OUTCOMES.indexOf("won"), STAGES.indexOf("accepted")];
  const text = (field: DealText) => {
    const { codes, values } = dealTexts(table, field);
    return (row: number) => values[codes[row] as number] ?? "";
  };
  const [kind, direction] = [text("kind"), text("direction")];
  const { codes, values } = table.terms.status;
  const errors = values.map((status) => /^(closedas)?error$/i.test((status ?? "").replaceAll(/[\s_-]/g, "")));
  return (row) => ({
    kind: kind(row),
    isOutgoing: direction(row) === "outgoing",
    isError: errors[codes[row] as number] === true,
    accepted: (lastStages[row] as number) >= accepted,
    won: outcomes[row] === won,
  });
}

function solutionsOf(table: RecordTable, rows: Rows): Both<number> {
  const { codes, values } = dealTexts(table, "solution");
  const sizes = values.map((text) => (text === "" ? 0 : new Set(entriesOf(text)).size));
  const several = Array.from(rows, (row) => sizes[codes[row] as number] as number).filter((size) => size > 1);
  return { ours: several.length, theirs: several.reduce((sum, size) => sum + size, 0) };
}
