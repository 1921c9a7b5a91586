import { createObservable } from "#lib/observable.ts";
import type { ExportMenuProps } from "./export-state.ts";

/** A panel on the page that a review pack can hold. */
export type PackablePanel = Pick<ExportMenuProps, "name" | "title" | "about" | "content" | "picture"> & {
  /** Its place on the page. */
  place: () => Element | null;
};

/** The panels on the page, in the order in which they were drawn last. */
export const packablePanels = createObservable<readonly PackablePanel[]>([]);

/** Offers a panel until the returned function is called. */
export function offerToPack(panel: PackablePanel): () => void {
  packablePanels.set([...packablePanels.get(), panel]);
  return () => packablePanels.set(packablePanels.get().filter((one) => one !== panel));
}

/** Panels as they stand on the page. */
export function inPageOrder(panels: readonly PackablePanel[]): PackablePanel[] {
  return [...panels].sort((a, b) => {
    const [one, other] = [a.place(), b.place()];
    if (!one || !other) return 0;
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** Whether the dialog for a review pack is open. */
export const packDialog = createObservable(false);
