export type Referral = Readonly<Record<string, string | null>>;

/** Reads CSV with a head, commas and doubled quotes; an empty cell is null. */
export function readCsv(text: string): Referral[] {
  const [head = [], ...lines] = csvRows(text.replace(/^\ufeff/, ""));
  return lines.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] || null])));
}

/** The fields of all lines that are not empty. */
export function csvRows(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    line.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    if (line.length > 1 || line[0] !== "") lines.push(line);
    line = [];
  }
  return lines;
}
