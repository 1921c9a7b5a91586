/** English and German month names and abbreviations, by their first letters. */
const STARTS: readonly (readonly [string, number])[] = [
  ["jan", 1],
  ["jän", 1],
  ["feb", 2],
  ["mar", 3],
  ["mär", 3],
  ["mrz", 3],
  ["apr", 4],
  ["may", 5],
  ["mai", 5],
  ["jun", 6],
  ["jul", 7],
  ["aug", 8],
  ["sep", 9],
  ["oct", 10],
  ["okt", 10],
  ["nov", 11],
  ["dec", 12],
  ["dez", 12],
];

const LONGEST = "september".length;

/** The month (1 to 12) of a name; NaN for others. */
export function monthNamed(word: string): number {
  const plain = word.toLowerCase().normalize("NFC");
  if (plain.length > LONGEST) return Number.NaN;
  return STARTS.find(([start]) => plain.startsWith(start))?.[1] ?? Number.NaN;
}
