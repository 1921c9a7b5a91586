import * as v from "valibot";
import { isLoopback } from "./loopback.ts";
import { CLOUDS } from "./sign-in.ts";

const CHINA =
  "CLOUD is china: Partner Center operated by 21Vianet does not offer referral analytics. Use global, usgov or germany.";
const FRAME_SOURCE = /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;
/** Allows portals on this machine, for trials. */
const LOCAL_FRAME_SOURCE = /^http:\/\/(127\.0\.0\.1|([a-z0-9-]+\.)*localhost)(:\d{1,5})?$/i;

/** An optional setting: missing and blank are null. */
export const blankIsAbsent = v.pipe(
  v.optional(v.string(), ""),
  v.transform((text) => (text.trim() === "" ? null : text.trim())),
);

/** A setting with a default for missing and blank. */
export function orDefault(byDefault: string) {
  return v.pipe(
    blankIsAbsent,
    v.transform((text) => text ?? byDefault),
  );
}

export const Port = v.pipe(
  orDefault("4280"),
  v.regex(
    /^\d{1,5}$/,
    (issue) => `PORT is "${issue.input}": use a whole number from 0 to 65535, for example 4280.`,
  ),
  v.transform(Number),
  v.maxValue(65535, (issue) => `PORT is ${issue.input}: the highest port is 65535.`),
);

export const SignInSetting = v.pipe(
  orDefault("local"),
  v.picklist(["local", "entra", "off"], (issue) => `SIGN_IN is "${issue.input}": use local, entra or off.`),
);

/** From most to least verbose. */
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export const LogLevel = v.pipe(
  orDefault("info"),
  v.picklist(LOG_LEVELS, (issue) => `LOG_LEVEL is "${issue.input}": use ${LOG_LEVELS.join(", ")}.`),
);

export const CloudName = v.pipe(
  orDefault("global"),
  v.picklist(CLOUDS, (issue) =>
    issue.input === "china" ? CHINA : `CLOUD is "${issue.input}": use ${CLOUDS.join(", ")}.`,
  ),
);

/** The id of a tenant or application, in lower case. */
export function guid(name: string) {
  return v.pipe(
    blankIsAbsent,
    v.check(
      (text) => text === null || v.is(v.pipe(v.string(), v.uuid()), text),
      (issue) =>
        `${name} is "${issue.input}": use the GUID, for example 00c0ffee-0000-4000-8000-00000000c0de.`,
    ),
    v.transform((text) => text?.toLowerCase() ?? null),
  );
}

/**
 * Origins that may frame the page, separated by spaces: 'self', 'none' or https origins, `*.` allowed; http only for
 * this machine.
 */
export const FrameAncestors = v.pipe(
  orDefault("'self'"),
  v.transform((text) => text.split(/\s+/)),
  v.check(
    (sources) =>
      isNone(sources) ||
      sources.every(
        (source) => source === "'self'" || FRAME_SOURCE.test(source) || LOCAL_FRAME_SOURCE.test(source),
      ),
    (issue) =>
      `FRAME_ANCESTORS is "${issue.input.join(" ")}": use 'self', 'none' or https origins separated by spaces, for example 'self' https://*.sharepoint.com.`,
  ),
);

export const RateLimitSetting = v.pipe(
  orDefault("500"),
  v.regex(
    /^[1-9]\d{0,4}$/,
    (issue) => `RATE_LIMIT is "${issue.input}": use the number of requests per second and user, 1 to 99999.`,
  ),
  v.transform(Number),
);

export const DateOrderSetting = v.pipe(
  blankIsAbsent,
  v.nullable(
    v.picklist(
      ["day-first", "month-first"],
      (issue) => `DATE_ORDER is "${issue.input}": it can be day-first or month-first.`,
    ),
  ),
);

const DAY_MS = 86_400_000;

/** The end of a UTC day, or an instant with a zone, in ms since 1970 UTC. */
export const AsOf = v.pipe(
  blankIsAbsent,
  v.transform((text) => ({ text, at: text === null ? null : instantOf(text) })),
  v.check(
    ({ at }) => !Number.isNaN(at),
    (issue) =>
      `AS_OF is "${issue.input.text}": give a day or an instant in UTC, for example 2026-11-29 or 2026-11-29T12:00:00Z.`,
  ),
  v.transform(({ at }) => at),
);

function instantOf(text: string): number {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Date.parse(text) + DAY_MS;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}

export const MaxLostPercent = v.pipe(
  orDefault("5"),
  v.regex(
    /^\d{1,2}(\.\d+)?$|^100$/,
    (issue) => `MAX_LOST_PERCENT is "${issue.input}": give a number from 0 to 100, for example 5.`,
  ),
  v.transform(Number),
);

/** The first plausible year of a date, as its first instant in ms since 1970 UTC. */
export const FirstYear = v.pipe(
  orDefault("2010"),
  v.regex(
    /^(19|20)\d{2}$/,
    (issue) => `FIRST_YEAR is "${issue.input}": give a year from 1900 to 2099, for example 2010.`,
  ),
  v.transform((year) => Date.UTC(Number(year), 0, 1)),
);

/** Origin of a real service: https, or http on this machine. */
export function serviceUrl(name: string, example: string) {
  return v.pipe(
    blankIsAbsent,
    v.check(
      (text) => text === null || originOf(text) !== null,
      (issue) => `${name} is "${issue.input}": use an https origin without a path, for example ${example}.`,
    ),
    v.transform((text) => (text === null ? null : originOf(text))),
  );
}

export const SourceSetting = v.pipe(
  blankIsAbsent,
  v.nullable(
    v.picklist(
      ["referrals-api"],
      (issue) =>
        `SOURCE is "${issue.input}": it can be referrals-api; leave it out for files and sample data.`,
    ),
  ),
);

function isNone(sources: readonly string[]): boolean {
  return sources.length === 1 && sources[0] === "'none'";
}

function originOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.pathname !== "/" || url.search || url.hash || url.username || url.password) return null;
  if (url.protocol === "https:") return url.origin;
  return url.protocol === "http:" && isLoopback(url.hostname.replace(/^\[|\]$/g, "")) ? url.origin : null;
}
