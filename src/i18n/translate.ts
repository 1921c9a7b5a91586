import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { createElement, Fragment, type ReactElement } from "react";
import type { MessageKey, Messages } from "./messages.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/** Formats a message; numbers in it use the locale. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Formats a message with elements among its values. */
export type TranslateRich = (
  key: MessageKey,
  values: Readonly<Record<string, string | number | ReactElement>>,
) => ReactElement;

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
    tRich: (key, values) => createElement(Fragment, null, ...[say(key, values)].flat()),
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
