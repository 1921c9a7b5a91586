import { HELP_PATH, VIEW_PATHS } from "#config/view-paths.ts";
import { createObservable } from "#lib/observable.ts";
import { DRILL, type Drill } from "./drill.ts";
import { printSearch } from "./parameter.ts";
import { printSelection, type Selection } from "./selection.ts";

export type ViewName = keyof typeof VIEW_PATHS;
export const VIEW_NAMES = Object.keys(VIEW_PATHS) as readonly ViewName[];

/** Whether the source has deal data; otherwise the Deals view is hidden. */
export const hasDeals = createObservable(false);

/** The view at a path; null for none. */
export function viewAt(path: string): ViewName | null {
  const plain = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return VIEW_NAMES.find((name) => VIEW_PATHS[name] === plain) ?? null;
}

/** The address of a view with this selection, without the keys of other views. */
export function viewAddress(view: ViewName, selection: Selection): string {
  return VIEW_PATHS[view] + printSelection(selection);
}

export function helpAddress(selection: Selection, entry?: string): string {
  return HELP_PATH + printSelection(selection) + (entry ? `#${entry}` : "");
}

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
