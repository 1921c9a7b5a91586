import * as v from "valibot";
import type { ApiReferral } from "./api-referral.ts";
import { ODataError, readODataQuery } from "./odata-query.ts";

/** The stand-in's referrals, which tests change at run time. */
export type ReferralShelf = {
  /** Maximum page size. */
  pageSize: number;
  put: (referral: ApiReferral) => void;
  remove: (id: string) => void;
  sorted: (by: Order) => readonly ApiReferral[];
};
type Order = "createdDateTime" | "updatedDateTime";

/** Referrals by id, sorted on demand. */
export function createShelf(referrals: Iterable<ApiReferral>, pageSize: number): ReferralShelf {
  const all = new Map([...referrals].map((referral) => [referral.id, referral]));
  const sorted = new Map<Order, ApiReferral[]>();
  return {
    pageSize,
    put(referral) {
      all.set(referral.id, referral);
      sorted.clear();
    },
    remove(id) {
      all.delete(id);
      sorted.clear();
    },
    sorted(by) {
      const known =
        sorted.get(by) ?? [...all.values()].toSorted((a, b) => compare(placeOf(a, by), placeOf(b, by)));
      sorted.set(by, known);
      return known;
    },
  };
}

type Place = readonly [string, string];

function placeOf(referral: ApiReferral, by: Order): Place {
  return [referral[by], referral.id];
}

function compare([a, idA]: Place, [b, idB]: Place): number {
  if (a !== b) return a < b ? -1 : 1;
  return idA < idB ? -1 : Number(idA > idB);
}

/** A page; `next` is the query of the next one. */
export type ApiPage = { rows: readonly ApiReferral[]; next: string | null };

const Token = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, "base64url").toString()),
  v.parseJson(),
  v.strictObject({ search: v.string(), after: v.strictTuple([v.string(), v.string()]) }),
);

/**
 * The page for a query, of the referrals visible to the caller. A skip token continues after the last referral of the
 * previous page, wherever that is by then.
 * @throws ODataError
 */
export function pageOf(
  shelf: ReferralShelf,
  search: string,
  isVisible: (one: ApiReferral) => boolean,
): ApiPage {
  const skipToken = new URLSearchParams(search).get("$skiptoken");
  if (skipToken === null) return pageAfter(shelf, search, null, isVisible);
  const token = v.safeParse(Token, skipToken);
  if (!token.success) throw new ODataError("The skip token is invalid.");
  return pageAfter(shelf, token.output.search, token.output.after, isVisible);
}

function pageAfter(
  shelf: ReferralShelf,
  search: string,
  after: Place | null,
  isVisible: (one: ApiReferral) => boolean,
): ApiPage {
  const { passes, orderBy, isDescending, ...query } = readODataQuery(new URLSearchParams(search));
  const top = Math.min(query.top, shelf.pageSize);
  const sorted = shelf.sorted(orderBy);
  const ordered = isDescending ? backwards(sorted) : sorted;
  const sign = isDescending ? -1 : 1;
  const rows: ApiReferral[] = [];
  for (const referral of ordered) {
    if (after !== null && compare(placeOf(referral, orderBy), after) * sign <= 0) continue;
    if (!isVisible(referral) || !passes(referral)) continue;
    if (rows.length === top)
      return { rows, next: nextOf(search, placeOf(rows.at(-1) as ApiReferral, orderBy)) };
    rows.push(referral);
  }
  return { rows, next: null };
}

function* backwards<T>(values: readonly T[]): Generator<T> {
  for (let place = values.length - 1; place >= 0; place -= 1) yield values[place] as T;
}

function nextOf(search: string, after: Place): string {
  return `$skiptoken=${Buffer.from(JSON.stringify({ search, after })).toString("base64url")}`;
}
