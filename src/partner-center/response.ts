import * as v from "valibot";
import type { BucketTable } from "./bucket-table.ts";
import { readBuckets } from "./buckets.ts";
import { isColumnsBody, readColumns } from "./columns.ts";
import { badShape } from "./errors.ts";
import { FIELDS, type Field, fieldNamed, type Referral } from "./fields.ts";
import { anyCase, isObject, parseBody } from "./json.ts";
import type { GroupedQuery } from "./query.ts";
import { type RecordTable, recordTableOf } from "./record-table.ts";

const BLANK = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
const COUNT = "referralcount";

/** The field of a column; null for unknown ones. A count column means that the rows are no referrals. */
function columnReader(): (column: string) => Field | null {
  const known = new Map<string, Field | null>();
  return (column) => {
    const found = known.get(column);
    if (found !== undefined) return found;
    if (column.toLowerCase() === COUNT) throw badShape("The response has counts instead of referrals.");
    const field = fieldNamed(column);
    known.set(column, field);
    return field;
  };
}

function readValue(value: unknown, field: Field): string | null {
  if (value === null || typeof value === "string") return value;
  throw badShape(`The response has ${field} of type ${typeof value}, where text or null was expected.`);
}

function readRecord(row: unknown, fieldOf: (column: string) => Field | null): Referral {
  if (!isObject(row)) throw badShape("The response has a row that is not an object.");
  const record: Referral = { ...BLANK };
  const seen = new Set<Field>();
  for (const column of Object.keys(row)) {
    const field = fieldOf(column);
    if (field === null) continue;
    if (seen.has(field)) throw badShape(`The response has the column ${column} twice in a row.`);
    seen.add(field);
    record[field] = readValue(row[column], field);
  }
  if (!seen.has("id")) throw badShape("The response has a row without an id, so it is not a referral.");
  return record;
}

/**
 * Parses the rows of an ungrouped response with unchanged texts: columns in any case and order, missing ones are null,
 * unknown ones are ignored.
 * @throws AnalyticsError `bad-shape` for rows that are no referrals
 */
export function readRecords(rows: readonly unknown[]): Referral[] {
  const fieldOf = columnReader();
  return rows.map((row) => readRecord(row, fieldOf));
}

/** A page of a response: raw rows, next link, and the number of rows on all pages. */
type Envelope = { rows: readonly unknown[]; nextLink: string | null; totalCount: number | null };

const Count = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]),
  v.safeInteger(),
  v.minValue(0),
);
const Rows = v.nullish(v.array(v.unknown()));
const Link = v.nullish(v.string());

const Page = anyCase({
  value: Rows,
  items: Rows,
  "@nextlink": Link,
  "@odata.nextlink": Link,
  links: v.nullish(anyCase({ next: v.nullish(anyCase({ uri: Link })) })),
  totalcount: v.nullish(Count),
  "@odata.count": v.nullish(Count),
});

function isPage(value: Record<string, unknown>): boolean {
  return Object.keys(value).some((key) => ["value", "items"].includes(key.toLowerCase()));
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  return `The response has no readable ${v.getDotPath(issue) ?? "envelope"}: ${issue.message}.`;
}

function readPage(json: Record<string, unknown>): Envelope {
  const read = v.safeParse(Page, json);
  if (!read.success) throw badShape(reasonOf(read.issues[0]));
  const page = read.output;
  if (page.value && page.items) throw badShape("The response has two lists of rows, value and items.");
  return {
    rows: page.value ?? page.items ?? [],
    // An empty link is the same as none.
    nextLink: page["@nextlink"] || page["@odata.nextlink"] || page.links?.next?.uri || null,
    totalCount: page.totalcount ?? page["@odata.count"] ?? null,
  };
}

/**
 * Parses a page in any known envelope: `{Value,@nextLink,TotalCount}`, `{value,@odata.nextLink,@odata.count}`,
 * `{items,totalCount,links.next.uri}`, a bare array, a bare object (one row); keys in any case.
 * @throws AnalyticsError `bad-shape`
 */
function readEnvelope(json: unknown): Envelope {
  if (Array.isArray(json)) return { rows: json, nextLink: null, totalCount: null };
  if (!isObject(json)) throw badShape("The response is neither a list nor an object.");
  return isPage(json) ? readPage(json) : { rows: [json], nextLink: null, totalCount: null };
}

/** The service's link to the next page, and the number of rows on all pages. */
type PageFacts = { nextLink: string | null; totalCount: number | null };

/** `isWhole`: whatever `top`, there are no further pages. */
export type GroupedPage = PageFacts & { buckets: BucketTable; isWhole: boolean };
export type RecordsPage = PageFacts & { records: RecordTable };

/**
 * Parses a grouped response.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`, also for rows that are referrals
 */
export function readGroupedPage(body: string, query: GroupedQuery): GroupedPage {
  const json = parseBody(body);
  if (isObject(json) && isColumnsBody(json)) {
    const buckets = readColumns(json, query);
    return { buckets, nextLink: null, totalCount: buckets.size, isWhole: true };
  }
  const { rows, nextLink, totalCount } = readEnvelope(json);
  return { buckets: readBuckets(rows, query), nextLink, totalCount, isWhole: false };
}

/**
 * Parses a response with referrals.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`, also for rows that are counts
 */
export function readRecordsPage(body: string): RecordsPage {
  const { rows, nextLink, totalCount } = readEnvelope(parseBody(body));
  return { records: recordTableOf(readRecords(rows)), nextLink, totalCount };
}

/** Parses response bodies, on any thread. Throws like the functions above. */
export type ResponseReader = {
  grouped: (body: ArrayBuffer, query: GroupedQuery) => Promise<GroupedPage>;
  records: (body: ArrayBuffer) => Promise<RecordsPage>;
};

const textOf = (body: ArrayBuffer) => new TextDecoder().decode(body);

/** Parses on the calling thread. */
export const DIRECT_READER: ResponseReader = {
  grouped: async (body, query) => readGroupedPage(textOf(body), query),
  records: async (body) => readRecordsPage(textOf(body)),
};
