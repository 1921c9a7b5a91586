import type { Messages } from "./messages.ts";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "áƀçðéƒĝĥíĵķĺɱñóþǫřšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĹṀÑÓÞǪŘŠŢÚṼŴẊÝŽ";

/** Letters to double: about four in ten. */
const DOUBLED = /[aeioun]/i;

/** Accented English, 40 % longer and in brackets, to show truncated, concatenated and hard-coded texts. */
export function accented(messages: Messages): Messages {
  const accent = (letter: string) => ACCENTED[PLAIN.indexOf(letter)] ?? letter;
  const long = (letter: string) => (DOUBLED.test(letter) ? letter + letter : letter);
  const change = (text: string) => [...text].map(long).join("").replace(/[a-z]/gi, accent);
  return changed(messages, (message) => `[${mapTexts(message, change)}]`);
}

/** English written right to left. */
export function mirrored(messages: Messages): Messages {
  const mirror = (text: string) => text.replace(/\p{L}[\p{L}’-]*/gu, (word) => `\u202e${word}\u202c`);
  return changed(messages, (message) => mapTexts(message, mirror));
}

function changed(messages: Messages, change: (message: string) => string): Messages {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, change(message)]));
}

/** Changes texts but not syntax: outside braces, and within the cases of plurals and selects. */
function mapTexts(message: string, change: (text: string) => string): string {
  let depth = 0;
  return message
    .split(/([{}])/)
    .map((part) => {
      if (part === "{") depth++;
      else if (part === "}") depth--;
      else if (depth % 2 === 0) return change(part);
      return part;
    })
    .join("");
}
