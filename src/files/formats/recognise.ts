import { COSELL_OPPORTUNITIES_FORMAT, REGISTRATIONS_FORMAT } from "./cosell.ts";
import { CRM_FORMAT } from "./crm.ts";
import { type Format, type FormatColumn, type FormatId, plainColumnName, type Target } from "./format.ts";
import { COSELL_INSIGHTS_FORMAT, LEADS_INSIGHTS_FORMAT } from "./insights.ts";
import { OWN_LIST_FORMAT } from "./own-list.ts";
import { ENDPOINT_FORMAT, REFERRALS_API_FORMAT } from "./referrals-api.ts";

/** All formats; ties in matching columns go to the first. */
const FORMATS: readonly Format[] = [
  ENDPOINT_FORMAT,
  LEADS_INSIGHTS_FORMAT,
  COSELL_INSIGHTS_FORMAT,
  COSELL_OPPORTUNITIES_FORMAT,
  REGISTRATIONS_FORMAT,
  REFERRALS_API_FORMAT,
  CRM_FORMAT,
  OWN_LIST_FORMAT,
];

/** How many columns of a format are in a header, of how many. */
export type FormatScore = { format: FormatId; found: number; of: number };

/** The columns of a file (index from 0) and what they fill; several may fill one field. */
export type ColumnPlan = ReadonlyMap<number, Target>;

export type Recognition = {
  format: Format | null;
  /** All formats with a column in the header, best first. */
  scores: readonly FormatScore[];
  columns: ColumnPlan;
  /** Names that the format does not have. */
  unknown: readonly string[];
};

type Names = { exact: ReadonlyMap<string, FormatColumn>; repeated: ReadonlyMap<string, FormatColumn> };

const NAMES: ReadonlyMap<FormatId, Names> = new Map(FORMATS.map((format) => [format.id, namesOf(format)]));

function withoutNumber(name: string): string {
  return name.replace(/\d+$/, "");
}

function namesOf({ columns }: Format): Names {
  const exact = new Map<string, FormatColumn>();
  const repeated = new Map<string, FormatColumn>();
  for (const column of columns) {
    for (const name of [column.name, ...(column.aliases ?? [])].map(plainColumnName)) {
      exact.set(name, column);
      if (column.repeats) repeated.set(withoutNumber(name), column);
    }
  }
  return { exact, repeated };
}

function columnNamed(format: FormatId, name: string): FormatColumn | null {
  const plain = plainColumnName(name);
  const { exact, repeated } = NAMES.get(format) as Names;
  return exact.get(plain) ?? repeated.get(withoutNumber(plain)) ?? null;
}

/**
 * Recognises the format by the names of a header, ignoring case, spaces, punctuation and order. The one with most
 * columns wins; null for none.
 */
export function recognise(header: readonly string[]): Recognition {
  const fits = FORMATS.map((format) => fitOf(format, header));
  const best = fits.filter(({ isFit }) => isFit).toSorted((a, b) => b.score.found - a.score.found)[0];
  const scores = fits.map(({ score }) => score).filter(({ found }) => found > 0);
  return {
    format: best?.format ?? null,
    scores: scores.toSorted((a, b) => b.found - a.found),
    columns: best?.columns ?? new Map(),
    unknown: header.filter((name) => name !== "" && !(best && columnNamed(best.format.id, name))),
  };
}

/** How likely a row is a header: the highest number of columns that a format finds. */
export function headerScore(cells: readonly (string | null)[]): number {
  const names = cells.filter((cell) => cell !== null);
  return Math.max(...FORMATS.map((format) => foundColumns(format, names).size));
}

function foundColumns(format: Format, header: readonly string[]): Set<FormatColumn> {
  return new Set(header.flatMap((name) => columnNamed(format.id, name) ?? []));
}

function fitOf(format: Format, header: readonly string[]) {
  const found = foundColumns(format, header);
  const columns = new Map<number, Target>();
  const present = new Set([...found].map(({ name }) => name));
  header.forEach((name, place) => {
    const { field = null, unless = "" } = columnNamed(format.id, name) ?? {};
    if (field && !present.has(unless)) columns.set(place, field);
  });
  const hasId = [...found].some(({ field }) => field === "id");
  const score: FormatScore = { format: format.id, found: found.size, of: format.columns.length };
  return { format, score, columns, isFit: hasId && found.size >= format.least };
}
