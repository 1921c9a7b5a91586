import * as v from "valibot";
import { badShape } from "./errors.ts";
import { anyCase, isObject } from "./json.ts";

/** A page of a response: raw rows, next link, and the number of rows on all pages. */
export type Envelope = { rows: readonly unknown[]; nextLink: string | null; totalCount: number | null };

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
export function readEnvelope(json: unknown): Envelope {
  if (Array.isArray(json)) return { rows: json, nextLink: null, totalCount: null };
  if (!isObject(json)) throw badShape("The response is neither a list nor an object.");
  return isPage(json) ? readPage(json) : { rows: [json], nextLink: null, totalCount: null };
}
