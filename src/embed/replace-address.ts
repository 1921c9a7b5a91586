import { navigate } from "wouter/use-browser-location";
import { printSearch } from "#selection/parameter.ts";
import { readSelection } from "#selection/selection.ts";

/** Navigates within the page without a history entry: the user should not have to undo what a portal did. */
export function replaceAddress(address: string): void {
  if (address === location.pathname + location.search) return;
  navigate(address, { replace: true, state: history.state });
}

/** Sets theme and language in the address, so that a reload keeps them; null removes one. */
export function setLook(look: Readonly<Partial<Record<"theme" | "lang" | "dir", string | null>>>): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(look)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  const { selection } = readSelection(search.toString());
  // Applied at once, because before sign-in nothing else reads them from the address.
  if (selection.theme) document.documentElement.dataset.theme = selection.theme;
  if (selection.dir) document.documentElement.dir = selection.dir;
  replaceAddress(location.pathname + printSearch(search));
}
