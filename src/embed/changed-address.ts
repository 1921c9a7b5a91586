import { VIEW_PATHS } from "#config/view-paths.ts";
import { inSite } from "#lib/base-path.ts";
import { printSearch } from "#selection/parameter.ts";
import { printTexts } from "#selection/parameters.ts";
import { printSelection, readSelection } from "#selection/selection.ts";
import { VIEW_NAMES } from "#selection/view-address.ts";
import type { SelectionPart } from "./protocol.ts";

export type ChangedAddress = { kind: "address"; address: string } | { kind: "refused"; reason: string };

/**
 * The address after a host has set parts of the selection; other parts stay. Rejected as a whole when one value is
 * invalid, so that nothing is applied half.
 */
export function changedAddress(
  at: Pick<Location, "pathname" | "search">,
  part: SelectionPart,
): ChangedAddress {
  const { view, ...keys } = part;
  const path = view === undefined ? at.pathname : pathOf(view);
  if (path === null) return { kind: "refused", reason: "view" };
  const search = new URLSearchParams(at.search);
  for (const [name, value] of Object.entries(keys)) {
    const text = typeof value === "string" || !value ? value : printTexts(value);
    if (text) search.set(name, text);
    else search.delete(name);
  }
  const { selection, faults } = readSelection(printSearch(search));
  const [fault] = faults;
  if (fault) return { kind: "refused", reason: fault.kind === "value" ? fault.parameter : fault.kind };
  return { kind: "address", address: path + printSelection(selection, printSearch(search)) };
}

/** Keys of the previous view stay; other views ignore them. */
function pathOf(view: SelectionPart["view"]): string | null {
  const name = VIEW_NAMES.find((one) => one === view);
  return name ? inSite(VIEW_PATHS[name]) : view === null ? inSite(VIEW_PATHS.overview) : null;
}
