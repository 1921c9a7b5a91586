import { IntlMessageFormat } from "intl-messageformat";
import type { MessageKey, Messages } from "./messages-en.ts";

export type WordValues = Readonly<Record<string, string | number>>;

/** Says a message of the catalogue; numbers in it are written in the locale. */
export type Words = (key: MessageKey, values?: WordValues) => string;

/** Words of one catalogue in one locale; each message is compiled when it is first said. */
export function createWords(messages: Messages, locale: string): Words {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(messages[key], locale);
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}
