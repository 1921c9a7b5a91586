import { HELP_PATH, VIEW_PATHS } from "#config/view-paths.ts";
import { createObservable } from "#lib/observable.ts";
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
