import type { ApiReferral } from "./api-referral.ts";

/** Filter, order and page size of a call. */
export type ODataQuery = {
  passes: (referral: ApiReferral) => boolean;
  orderBy: "createdDateTime" | "updatedDateTime";
  isDescending: boolean;
  top: number;
};

/** An invalid query; the message is for the caller. */
export class ODataError extends Error {
  override name = "ODataError";
}

/** Documented properties, by the operators that apply to them. */
const TEXT_PATHS: readonly string[] = [
  "engagementId",
  "status",
  "substatus",
  "qualification",
  "direction",
  "type",
  "customerProfile/address/country",
];
const DEFAULT_TOP = 100;
const KNOWN = ["$filter", "$orderby", "$top", "$skiptoken"];

const TEXT_TERM = /^([\w/]+) (eq|ne) '((?:[^']|'')*)'$/;
const DATE_TERM = /^updatedDateTime (eq|ne|gt|ge|lt|le) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)$/;
const TEAM_TERM = /^team\/any\((\w+):\1\/email eq '((?:[^']|'')*)'\)$/;

/**
 * Parses the documented subset of OData of the Referrals API.
 * https://learn.microsoft.com/partner-center/developer/get-a-list-of-referrals
 * @throws ODataError
 */
export function readODataQuery(search: URLSearchParams): ODataQuery {
  const unknown = [...search.keys()].find((name) => !KNOWN.includes(name));
  if (unknown) throw new ODataError(`The query parameter '${unknown}' is not supported.`);
  const order = /^(createdDateTime|updatedDateTime)( (?:asc|desc))?$/.exec(
    search.get("$orderby") ?? "createdDateTime desc",
  );
  if (!order) throw new ODataError("$orderby takes createdDateTime or updatedDateTime.");
  const top = Number(search.get("$top") ?? DEFAULT_TOP);
  if (!Number.isInteger(top) || top < 1) throw new ODataError("$top has to be a whole number from 1.");
  return {
    passes: readFilter(search.get("$filter")),
    orderBy: order[1] as ODataQuery["orderBy"],
    isDescending: order[2] === " desc",
    top,
  };
}

function readFilter(filter: string | null): ODataQuery["passes"] {
  const terms =
    (filter ?? "").trim() === "" ? [] : (filter ?? "").trim().split(/ and (?=(?:[^']*'[^']*')*[^']*$)/);
  const all = terms.map(readTerm);
  return (referral) => all.every((passes) => passes(referral));
}

function readTerm(term: string): ODataQuery["passes"] {
  const [, path = "", operator = "", text = ""] = TEXT_TERM.exec(term) ?? [];
  if (TEXT_PATHS.includes(path)) {
    const value = text.replaceAll("''", "'");
    return (referral) => (valueAt(referral, path) === value) === (operator === "eq");
  }
  const [, comparison, instant = ""] = DATE_TERM.exec(term) ?? [];
  if (comparison) {
    // Strings with seven decimals sort like instants.
    const bound = sevenDigits(instant);
    return ({ updatedDateTime }) => compares(sevenDigits(updatedDateTime), comparison, bound);
  }
  const [, variable, email = ""] = TEAM_TERM.exec(term) ?? [];
  if (variable) return ({ team }) => emailsOf(team).includes(email.replaceAll("''", "'"));
  throw new ODataError(`The filter '${term}' is not supported.`);
}

function valueAt(referral: ApiReferral, path: string): unknown {
  return path.split("/").reduce<unknown>((value, name) => Object(value ?? {})[name] as unknown, referral);
}

function emailsOf(team: unknown): unknown[] {
  return Array.isArray(team) ? team.map((member) => Object(member).email as unknown) : [];
}

function sevenDigits(instant: string): string {
  const [seconds = "", fraction = ""] = instant.replace("Z", "").split(".");
  return `${seconds}.${fraction.padEnd(7, "0")}`;
}

function compares(value: string, operator: string, bound: string): boolean {
  if (operator === "eq") return value === bound;
  if (operator === "ne") return value !== bound;
  if (operator === "gt") return value > bound;
  if (operator === "ge") return value >= bound;
  return operator === "lt" ? value < bound : value <= bound;
}
