import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import type { MessageKey, Messages } from "./messages.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/** Formats a message; numbers in it use the locale. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Formats a message with values that are no text: returns its parts in order. */
export type TranslateRich = <T extends object>(
  key: MessageKey,
  values: Readonly<Record<string, string | number | T>>,
) => (string | T)[];

/**
 * Translates by one catalogue in one locale; messages are compiled on first use. `messages` may grow: a missing message
 * is shown as its key.
 */
export function createTranslate(
  messages: () => Messages,
  locale: string,
): { t: Translate; tRich: TranslateRich } {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  const formatters = sharedFormatters();
  const say = <T>(key: MessageKey, values?: Readonly<Record<string, string | number | T>>) => {
    let message = compiled.get(key);
    if (!message) {
      const text = messages()[key];
      if (text === undefined) return key;
      // Fast path: most messages have no arguments, and parsing all would be slow.
      if (!/[{}'#]/.test(text)) return text;
      message = new IntlMessageFormat(text, locale, undefined, { formatters });
      compiled.set(key, message);
    }
    return message.format<T>(values);
  };
  return {
    t: (key, values) => String(say(key, values)),
    tRich: <T extends object>(key: MessageKey, values: Readonly<Record<string, string | number | T>>) =>
      [say<T>(key, values)].flat() as (string | T)[],
  };
}

/** Shared between messages, which would create their own otherwise. */
function sharedFormatters(): Formatters {
  return {
    getNumberFormat: memoized((locales, options) => new Intl.NumberFormat(locales, options)),
    getDateTimeFormat: memoized((locales, options) => new Intl.DateTimeFormat(locales, options)),
    getPluralRules: memoized((locales, options) => new Intl.PluralRules(locales, options)),
  };
}

function memoized<Arguments extends readonly unknown[], T>(
  make: (...given: Arguments) => T,
): (...given: Arguments) => T {
  const made = new Map<string, T>();
  return (...given) => {
    const key = JSON.stringify(given);
    const known = made.get(key) ?? make(...given);
    made.set(key, known);
    return known;
  };
}

// Otherwise resolved for every message, which takes longer than all the rest.
IntlMessageFormat.resolveLocale = memoized(IntlMessageFormat.resolveLocale);
