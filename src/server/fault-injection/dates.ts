import { printInstant, readInstant } from "#partner-center/instant.ts";
import type { EnvelopeName } from "./envelope-names.ts";

type DateWriter = (at: number) => string;

const HOUR_MS = 3_600_000;
/** Within a bucket of any level, after its start. */
const INSIDE_MS = 13 * HOUR_MS + 27 * 60_000;

function inUsSpelling(at: number): string {
  const [, year = "", month, day, hours, rest = ""] =
    /^(\d+)-(\d+)-(\d+)T(\d+)(.*)$/.exec(printInstant(at)) ?? [];
  const hour = Number(hours);
  return `${Number(month)}/${Number(day)}/${year} ${hour % 12 || 12}${rest} ${hour < 12 ? "AM" : "PM"}`;
}

function withFraction(at: number): string {
  return `${printInstant(at).slice(0, 19)}.${String(at % 1000).padStart(3, "0")}0000`;
}

/** Other spellings of the same instant. */
const INSTANT_WRITERS: Partial<Record<EnvelopeName, DateWriter>> = {
  "date-fraction": withFraction,
  "date-utc": (at) => `${printInstant(at)}Z`,
  "date-offset": (at) => `${printInstant(at + 2 * HOUR_MS)}+02:00`,
  "date-us": inUsSpelling,
};

/** Other instants in the same bucket. */
const BUCKET_WRITERS: Partial<Record<EnvelopeName, DateWriter>> = {
  "date-day": (at) => printInstant(at).slice(0, 10),
  "date-inside": (at) => printInstant(at + INSIDE_MS),
};

/**
 * A date in the spelling of this variant; returned unchanged when it is no instant or the variant does not concern it.
 */
export function spellDate(text: string, name: EnvelopeName, isBucket: boolean): string {
  const write = INSTANT_WRITERS[name] ?? (isBucket ? BUCKET_WRITERS[name] : undefined);
  if (!write) return text;
  const reading = readInstant(text);
  return reading.kind === "instant" ? write(reading.at) : text;
}
