import { marketCode } from "#referrals/market.ts";
import type { Parameter } from "../parameter.ts";
import { printTexts, readTexts } from "../parameters.ts";

export const RIVAL_DIMENSIONS = ["market", "partner", "size"] as const;

/** Compares the selection with itself under one other filter value, instead of with another period. "" is none. */
export type Rival = { dimension: (typeof RIVAL_DIMENSIONS)[number]; value: string };

/** `with=market:DE` */
export function rivalParameter(name: string): Parameter<Rival | null> {
  return { name, fallback: null, parse: parseRival, print: (value) => value && printRival(value) };
}

export function printRival({ dimension, value }: Rival): string {
  return `${dimension}:${printTexts([value])}`;
}

/** Null for text that `printRival` does not produce. */
export function parseRival(text: string): Rival | null {
  const at = text.indexOf(":");
  const word = text.slice(0, Math.max(at, 0)).toLowerCase();
  const dimension = RIVAL_DIMENSIONS.find((one) => one === word);
  if (dimension === undefined) return null;
  const [value, ...more] = readTexts(text.slice(at + 1), dimension === "size" ? trimmed : marketCode) ?? [];
  return value === undefined || more.length > 0 ? null : { dimension, value };
}

function trimmed(text: string): string {
  return text.trim();
}
