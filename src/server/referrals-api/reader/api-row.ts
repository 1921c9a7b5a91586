import { withoutEmptyValue } from "#files/decode/empty-value.ts";
import { REFERRALS_API_FORMAT } from "#files/formats/referrals-api.ts";

/** Property paths of the API that the mapping uses, nested ones joined by dots: the header of stored rows. */
export const API_HEADER = REFERRALS_API_FORMAT.columns
  .filter(({ field }) => field !== null)
  .map(({ name }) => name);
const PLACES = new Map(API_HEADER.map((name, place) => [name, place]));
/** All known names, and the objects that contain them. */
const KNOWN = new Set(
  REFERRALS_API_FORMAT.columns.flatMap(({ name }) => {
    const parts = name.split(".");
    return parts.map((_, place) => parts.slice(0, place + 1).join("."));
  }),
);
const ID = API_HEADER.indexOf("id");
const UPDATED = API_HEADER.indexOf("updatedDateTime");

/**
 * A stored referral: the used values in the order of `API_HEADER`. `updated` in ms since 1970 UTC, truncated; null
 * where unreadable. Without an id it cannot be stored.
 */
export type ApiRow = { id: string | null; updated: number | null; cells: readonly (string | null)[] };

/** Extracts what the mapping uses and records unknown names. Names of people are dropped here. */
export function apiRow(referral: object, unknownNames: Set<string>): ApiRow {
  const cells: (string | null)[] = new Array(API_HEADER.length).fill(null);
  visitTexts(referral, "", (path, text) => {
    const place = PLACES.get(path);
    if (place !== undefined) cells[place] = text === null ? null : withoutEmptyValue(text);
    // An object that is null or empty has the name of its parts.
    else if (!KNOWN.has(path)) noteName(unknownNames, path);
  });
  return { id: cells[ID] ?? null, updated: instantOf(cells[UPDATED] ?? null), cells };
}

/** The texts of an object by dotted path, as `readJsonObject` gives them; none is part of a larger text that would be kept with it. */
function visitTexts(value: unknown, path: string, onText: (path: string, text: string | null) => void): void {
  if (Array.isArray(value)) onText(path, textOfArray(value));
  else if (value !== null && typeof value === "object") {
    const prefix = path === "" ? "" : `${path}.`;
    for (const [name, inner] of Object.entries(value)) visitTexts(inner, prefix + name, onText);
  } else onText(path, value === null ? null : String(value));
}

function textOfArray(values: readonly unknown[]): string | null {
  if (values.length === 0) return null;
  const isFlat = values.every((value) => value === null || typeof value !== "object");
  return isFlat ? values.map((value) => value ?? "").join("; ") : JSON.stringify(values);
}

const MAX_NAMES = 100;

function noteName(names: Set<string>, path: string): void {
  if (names.size < MAX_NAMES && path !== "") names.add(path);
}

function instantOf(text: string | null): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
