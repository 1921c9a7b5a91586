import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import type { MessageKey, Messages } from "./messages.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/** Says a message of the catalogue; numbers in it are written in the locale. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** A message in pieces: its texts and, where they stand in it, the values that are no texts. */
export type TranslateRich = <T extends object>(
  key: MessageKey,
  values: Readonly<Record<string, string | number | T>>,
) => (string | T)[];

/**
 * Words of one catalogue in one locale; each message is compiled when it is first said. `messages` may grow: what is
 * not there yet is said by its key.
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
      // Most messages are plain texts; parsing them all would take long on a slow machine.
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

/** One format of a kind for all messages: each message would make its own otherwise. */
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

// Looked up anew for every message otherwise, which takes longer than all the rest of it.
IntlMessageFormat.resolveLocale = memoized(IntlMessageFormat.resolveLocale);
