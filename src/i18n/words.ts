import { IntlMessageFormat } from "intl-messageformat";
import type { MessageKey, Messages } from "./messages.ts";

export type WordValues = Readonly<Record<string, string | number>>;

/** Says a message of the catalogue; numbers in it are written in the locale. */
export type Words = (key: MessageKey, values?: WordValues) => string;

/**
 * Words of one catalogue in one locale; each message is compiled when it is first said. `messages` may grow: what is
 * not there yet is said by its key.
 */
export function createWords(messages: () => Messages, locale: string): Words {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    let message = compiled.get(key);
    if (!message) {
      const text = messages()[key];
      if (text === undefined) return key;
      // Most messages are plain texts; parsing them all would take long on a slow machine.
      if (!/[{}'#]/.test(text)) return text;
      message = new IntlMessageFormat(text, locale);
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}
