import type { Messages } from "./messages.ts";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "áƀçðéƒĝĥíĵķĺɱñóþǫřšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĹṀÑÓÞǪŘŠŢÚṼŴẊÝŽ";

/** Letters that are said twice: together about four in ten. */
const DOUBLED = /[aeioun]/i;

/** English words with accents, two fifths longer and in brackets: what is cut, glued together or no message shows. */
export function accented(messages: Messages): Messages {
  const accent = (letter: string) => ACCENTED[PLAIN.indexOf(letter)] ?? letter;
  const long = (letter: string) => (DOUBLED.test(letter) ? letter + letter : letter);
  const change = (text: string) => [...text].map(long).join("").replace(/[a-z]/gi, accent);
  return changed(messages, (message) => `[${mapTexts(message, change)}]`);
}

/** English words written from right to left. */
export function mirrored(messages: Messages): Messages {
  const mirror = (text: string) => text.replace(/\p{L}[\p{L}’-]*/gu, (word) => `\u202e${word}\u202c`);
  return changed(messages, (message) => mapTexts(message, mirror));
}

function changed(messages: Messages, change: (message: string) => string): Messages {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, change(message)]));
}

/** Changes what is said and leaves the syntax: texts stand outside of braces, or in the braces of a plural's or select's case. */
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
