import * as v from "valibot";
import { REJECT_REASONS, TABLE_NOTE_CODES, type TableNoteCode } from "./reading-codes.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const limit = v.object({
  state: v.picklist(["absent", "approximate", "partly"]),
  reason: v.picklist([
    "not-in-format",
    "no-column",
    "update-date",
    "contract-signature",
    // The change happened between two imports.
    "between-imports",
  ]),
});

/**
 * Path for fields beyond the endpoint's sixteen, for data from files: same query, filter and paging, same records in
 * the same order, each with its id and the additional fields (null where missing).
 */
export const EXTRAS_ENDPOINT = "/files/v1/referral-fields";

/** Path of file details after sign-in: the `data` of the settings. */
export const SOURCE_PATH = "/files/v1/source";

/** Fields (of the sixteen) that a source does not provide, or not exactly. */
export const LimitsSchema = v.record(v.string(), limit);

/** The stored imports, and problems with their folder. */
export const HistoryFactsSchema = v.object({
  imports: count,
  first: v.number(),
  last: v.number(),
  problem: v.nullable(v.picklist(["not-writable", "damaged-file", "foreign-file", "clock", "too-many"])),
});

/** What the service reports about loaded files. */
export const SourceFactsSchema = v.object({
  /** "Now" for all figures, in ms since 1970 UTC, and its origin; the end of the day for a date in the files. */
  time: v.object({ at: v.number(), origin: v.picklist(["setting", "newest-date", "clock"]) }),
  loaded: count,
  rejected: count,
  unreadable: count,
  /** Referrals without a created date. */
  undated: count,
  /** Share of rejected rows (0 to 1) above which a banner is shown. */
  maxLostShare: v.number(),
  /** Earlier dates (ms since 1970 UTC) are typing errors. */
  firstPlausible: v.number(),
  tables: v.array(
    v.object({
      name: v.string(),
      format: v.string(),
      /** Without the rejected ones. */
      rows: count,
      rejected: count,
      /** Rejected rows by reason, with the first line numbers. */
      lost: v.array(v.object({ reason: v.picklist(REJECT_REASONS), count, lines: v.array(count) })),
      /** What the reader handled automatically; `code` and `params` make a sentence. */
      notes: v.array(
        v.object({
          code: v.picklist(TABLE_NOTE_CODES),
          params: v.record(v.string(), v.union([v.string(), v.number()])),
        }),
      ),
      unknownColumns: v.array(v.string()),
      /** Date columns with ambiguous day and month order, read as month first; with an example. */
      openDates: v.array(v.object({ column: v.string(), text: v.string(), at: v.number() })),
    }),
  ),
  /** Referrals that several rows describe, and those rows. */
  joined: v.optional(v.object({ referrals: count, records: count })),
  /** Referrals with conflicting values in several files: in total and by field. */
  contradictions: v.object({
    count,
    byField: v.record(v.string(), count),
    /** The first of them, for users who may see all referrals. */
    listed: v.array(v.object({ id: v.string(), fields: v.array(v.string()) })),
  }),
  unmatchedRegistrations: count,
  limits: LimitsSchema,
  /** Date fields without a time of day. */
  dayOnly: v.array(v.string()),
  /** Referrals with a date that is too early or in the future, and an example (ms since 1970 UTC). */
  implausible: v.optional(v.object({ count, example: v.nullable(v.number()) })),
  /** Additional fields, and how many referrals have them. */
  extras: v.array(
    v.object({
      field: v.string(),
      type: v.picklist(["text", "amount", "instant", "list"]),
      count,
      /** Its values where they are a choice of few, the most frequent first. */
      values: v.optional(v.array(v.object({ value: v.string(), count }))),
    }),
  ),
  /** Deals closed as an error; they are in no figure. */
  closedAsError: count,
  /** Stored imports with new data: the first and the last (ms since 1970 UTC). */
  history: v.optional(HistoryFactsSchema),
  /** Dates per field that are only known to lie between two imports; their midpoint is used. */
  imprecise: v.optional(v.record(v.string(), count)),
});

export type SourceFacts = v.InferOutput<typeof SourceFactsSchema>;

/** How many cells the notes of this code count. */
export function noted({ tables }: Pick<SourceFacts, "tables">, code: TableNoteCode): number {
  const notes = tables.flatMap((table) => table.notes).filter((note) => note.code === code);
  return notes.reduce((sum, { params }) => sum + Number(params.count), 0);
}

type Note = SourceFacts["tables"][number]["notes"][number];

/** Notes without the texts of single rows, for those who may not see these. */
export function withoutTexts(
  notes: readonly { code: Note["code"]; params: Readonly<Note["params"]> }[],
): Note[] {
  return notes.map(({ code, params }) => {
    const isOfRow = "text" in params && "line" in params;
    return { code, params: { ...params, ...(isOfRow && { text: "…" }) } };
  });
}

/** Maximum rows of a Partner Center download; older ones are left out silently. */
const MAX_DOWNLOADED = 5000;
const DOWNLOADS = new Set(["leads-insights", "cosell-insights", "cosell-opportunities", "registrations"]);

/** Partner Center downloads of exactly the maximum length, which are probably truncated. */
export function tablesAtLimit({ tables }: Pick<SourceFacts, "tables">): SourceFacts["tables"] {
  return tables.filter(
    ({ format, rows, rejected }) => DOWNLOADS.has(format) && rows + rejected === MAX_DOWNLOADED,
  );
}

/** The rows of all files, rejected ones among them; several may describe one referral. */
export function fileRows({ tables, rejected }: Pick<SourceFacts, "tables" | "rejected">): number {
  return tables.reduce((sum, { rows }) => sum + rows, rejected);
}

/** Whether files hold all they should: few rows were rejected, and no download was cut. */
export function isWholeSource(facts: SourceFacts): boolean {
  return facts.rejected <= facts.maxLostShare * fileRows(facts) && tablesAtLimit(facts).length === 0;
}
