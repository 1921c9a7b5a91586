import { navigate } from "wouter/use-browser-location";
import { printSearch } from "#selection/parameter.ts";
import { readSelection } from "#selection/selection.ts";

/** Goes to an address of this page. A portal's doing is nothing that the reader would take back: no new entry. */
export function replaceAddress(address: string): void {
  if (address === location.pathname + location.search) return;
  navigate(address, { replace: true, state: history.state });
}

/** Sets look and language, which the address keeps, so that a reload begins with them; null takes one away. */
export function setLook(look: Readonly<Partial<Record<"theme" | "lang" | "dir", string | null>>>): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(look)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  const { selection } = readSelection(search.toString());
  // The page takes both from its address too, but not before somebody has signed in.
  if (selection.theme) document.documentElement.dataset.theme = selection.theme;
  if (selection.dir) document.documentElement.dir = selection.dir;
  replaceAddress(location.pathname + printSearch(search));
}
