/** Employees of an organisation size; `high` is Infinity without an upper bound. */
export type OrgSizeBounds = { kind: "range"; low: number; high: number } | { kind: "unknown" };

/** The key an organisation size is counted under: trimmed; "" is none. */
export function sizeKey(text: string | null): string {
  return (text ?? "").trim();
}

/** The sizes known from Partner Center's two scales, in the order of `compareOrgSizes`. */
export const KNOWN_ORG_SIZES: readonly string[] = [
  "1to9employees",
  "1to50employees",
  "10to50employees",
  "51to250employees",
  "51to500employees",
  "251to1000employees",
  "Morethan500employees",
  "1001to5000employees",
  "5001to10000employees",
  "10001to20000employees",
  "Morethan20000employees",
];

const RANGE = /^(\d+)to(\d+)employees$/i;
const MORE_THAN = /^morethan(\d+)employees$/i;

/** Parses `10to50employees` or `Morethan500employees` (case-insensitive; 501 and up); other text is unknown. */
export function orgSizeBounds(text: string | null): OrgSizeBounds {
  const plain = (text ?? "").replace(/\s/g, "");
  const [, low, high] = RANGE.exec(plain) ?? [];
  if (low !== undefined) return { kind: "range", low: Number(low), high: Number(high) };
  const [, bound] = MORE_THAN.exec(plain) ?? [];
  if (bound === undefined) return { kind: "unknown" };
  return { kind: "range", low: Number(bound) + 1, high: Number.POSITIVE_INFINITY };
}

function compareTexts(a: string | null, b: string | null): number {
  const [first, second] = [a ?? "", b ?? ""];
  if (first === second) return 0;
  if (first === "" || second === "") return first === "" ? 1 : -1;
  return first < second ? -1 : 1;
}

/**
 * Sorts by lower, then upper bound: Partner Center's two scales overlap and are interleaved. Unknown sizes follow
 * alphabetically, none last.
 */
export function compareOrgSizes(a: string | null, b: string | null): number {
  const [first, second] = [orgSizeBounds(a), orgSizeBounds(b)];
  if (first.kind === "unknown" && second.kind === "unknown") return compareTexts(a, b);
  if (first.kind === "unknown") return 1;
  if (second.kind === "unknown") return -1;
  if (first.low !== second.low) return first.low - second.low;
  return first.high === second.high ? compareTexts(a, b) : first.high - second.high;
}
