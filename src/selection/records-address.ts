import { VIEW_PATHS } from "#config/view-paths.ts";
import { DRILL, type Drill } from "./drill.ts";
import { printSearch } from "./parameter.ts";
import { printSelection, type Selection } from "./selection.ts";

// A page has hundreds of such links of one selection, which is immutable.
const listAddresses = new WeakMap<Selection, string>();

/** The address of the list of referrals behind a figure. */
export function recordsAddress(selection: Selection, drill: Drill): string {
  const list =
    listAddresses.get(selection) ?? VIEW_PATHS.referrals + printSelection({ ...selection, as: "chart" });
  listAddresses.set(selection, list);
  const text = DRILL.print(drill);
  if (text === null) return list;
  return `${list}${list.includes("?") ? "&" : "?"}${DRILL.name}=${PLAIN.test(text) ? text : encoded(text)}`;
}

/** Characters that an address shows as they are. */
const PLAIN = /^[\w.*,:;~-]*$/;

function encoded(text: string): string {
  return printSearch(new URLSearchParams({ [DRILL.name]: text })).slice(`?${DRILL.name}=`.length);
}
