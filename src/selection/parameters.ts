import { type Day, isDay } from "#lib/calendar.ts";
import type { Parameter } from "./parameter.ts";

/** One of these values, case-insensitive. */
export function oneOf<T extends string>(name: string, values: readonly T[], fallback: T): Parameter<T> {
  return {
    name,
    fallback,
    parse: (text) => wordOf(values, text),
    print: (value) => (value === fallback ? null : value),
  };
}

/** One of these values, or null. */
export function maybeOneOf<T extends string>(name: string, values: readonly T[]): Parameter<T | null> {
  return { name, fallback: null, parse: (text) => wordOf(values, text), print: (value) => value };
}

/** A day from 1900 to 2199, or null. */
export function maybeDay(name: string): Parameter<Day | null> {
  const isUsable = (text: string) => isDay(text) && text >= "1900-01-01" && text <= "2199-12-31";
  return { name, fallback: null, parse: (text) => (isUsable(text) ? text : null), print: (value) => value };
}

/** Several of these values, in the listed order, without repeats; the default is none. */
export function someOf<T extends string>(name: string, values: readonly T[]): Parameter<readonly T[]> {
  return {
    name,
    fallback: [],
    parse: (text) => {
      const words = text.split(",").map((word) => wordOf(values, word.trim()));
      return words.includes(null) ? null : values.filter((value) => words.includes(value));
    },
    print: (chosen) => (chosen.length === 0 ? null : chosen.join(",")),
  };
}

/** A list of strings, sorted, without repeats; `normalise` returns null for invalid ones. */
export function texts(
  name: string,
  normalise: (text: string) => string | null,
): Parameter<readonly string[]> {
  return {
    name,
    fallback: [],
    parse: (text) => readTexts(text, normalise),
    print: (values) => (values.length === 0 ? null : printTexts(values)),
  };
}

/** Free text of at most `most` characters. */
export function freeText(name: string, most: number): Parameter<string> {
  return {
    name,
    fallback: "",
    parse: (text) => text.slice(0, most),
    print: (value) => value.slice(0, most) || null,
  };
}

/** A number between `low` and `high`, inclusive. */
export function numberWithin(name: string, low: number, high: number, fallback: number): Parameter<number> {
  return {
    name,
    fallback,
    parse: (text) => {
      const value = Number(text);
      return Number.isFinite(value) && value >= low && value <= high ? value : null;
    },
    print: (value) => (value === fallback ? null : String(value)),
  };
}

/** A boolean; `1` in the address. */
export function flag(name: string): Parameter<boolean> {
  return {
    name,
    fallback: false,
    parse: (text) => (["1", "true"].includes(text) ? true : text === "0" ? false : null),
    print: (value) => (value ? "1" : null),
  };
}

/** Represents the empty string. */
const NONE = "-";

/** Parses a list as `printTexts` writes it; null when an item is invalid. */
export function readTexts(
  text: string,
  normalise: (text: string) => string | null,
): readonly string[] | null {
  const values = text.split(",").map((one) => readText(one, normalise));
  return values.includes(null) ? null : [...new Set(values as string[])].sort();
}

/** Prints a list of strings, escaping its separators. */
export function printTexts(values: readonly string[]): string {
  return values.map(printText).join(",");
}

function readText(text: string, normalise: (text: string) => string | null): string | null {
  if (text === NONE) return "";
  try {
    return normalise(decodeURIComponent(text)) || null;
  } catch {
    return null;
  }
}

/** Escapes what the list syntax uses: separators, "%", and a single dash. */
function printText(value: string): string {
  if (value === "") return NONE;
  return value === NONE ? "%2D" : value.replace(/[%,;:~]/g, encodeCharacter);
}

// Unlike encodeURIComponent this escapes "~".
function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function wordOf<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? null;
}
