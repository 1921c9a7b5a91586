import type { Sort } from "#lib/sort.ts";
import type { Parameter } from "./parameter.ts";

/** `sort=-win` sorts by `win` descending, `sort=market,-win` by market first; at most `most` columns. */
export function sortParameter<Id extends string>(
  columns: readonly Id[],
  usual: Sort<Id>,
  most = columns.length,
): Parameter<Sort<Id>> {
  const read = (text: string) => {
    const desc = text.startsWith("-");
    const name = text.slice(desc ? 1 : 0).toLowerCase();
    const id = columns.find((column) => column.toLowerCase() === name);
    return id === undefined ? [] : [{ id, desc }];
  };
  const usualText = printSort(usual);
  return {
    name: "sort",
    fallback: usual,
    parse: (text) => {
      const parts = text.split(",");
      const sort = parts.flatMap(read);
      const isOnce = new Set(sort.map(({ id }) => id)).size === sort.length;
      return isOnce && sort.length === parts.length && sort.length <= most ? sort : null;
    },
    print: (sort) => {
      const text = printSort(sort);
      return text === usualText || text === "" ? null : text;
    },
  };
}

function printSort(sort: Sort): string {
  return sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(",");
}
