import * as v from "valibot";
import { AnalyticsError } from "./errors.ts";

/** Strips byte order mark and surrounding space. */
export function bare(body: string): string {
  return body.replace(/^\uFEFF/, "").trim();
}

export function looksLikeHtml(text: string): boolean {
  return text.startsWith("<");
}

/** Parses non-empty JSON. @throws AnalyticsError `html` for a page of a proxy or sign-in, `not-json` for other text */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const kind = looksLikeHtml(text) ? "html" : "not-json";
    const description =
      kind === "html" ? "The response is a web page, not data." : "The response is not JSON.";
    throw new AnalyticsError({ kind }, { description }, cause);
  }
}

/** Parses a body; an empty one is no rows. Throws like `parseJson`. */
export function parseBody(body: string): unknown {
  const text = bare(body);
  return text === "" ? [] : parseJson(text);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lowered(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}

/** Schema of an object with case-insensitive keys; `entries` are in lower case. */
export function anyCase<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isObject, "not an object"),
    v.check((value) => Object.keys(lowered(value)).length === Object.keys(value).length, "a key comes twice"),
    v.transform(lowered),
    v.object(entries),
  );
}
