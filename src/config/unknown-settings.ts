/** Letters that may differ for one name to be taken for another. */
const MAX_DISTANCE = 2;
/** Shorter names are near to too many others. */
const MIN_LENGTH = 6;

/** A sentence for each variable whose name is nearly that of a setting: a typing error would otherwise be ignored. */
export function unknownSettings(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string[] {
  return Object.keys(environment).flatMap((name) => {
    if (name.length < MIN_LENGTH || known.includes(name)) return [];
    const near = known.find((one) => distance(name.toUpperCase(), one) <= MAX_DISTANCE);
    return near ? [`${name} is no setting and has no effect. Is ${near} meant?`] : [];
  });
}

/** Letters to add, remove or replace between two texts (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const letter of from) {
    const next = [(row[0] ?? 0) + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
