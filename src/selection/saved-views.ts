import * as v from "valibot";
import { readStored, writeStored } from "#lib/stored.ts";
import { viewAt } from "./view-address.ts";

/** A view with its selection under a name of the reader's; `address` is path and query. */
export type SavedView = { name: string; address: string; isDefault: boolean };

const STORED = "saved-views";
const MOST_VIEWS = 100;

/** Only addresses of this page: a list from elsewhere must not lead away. */
const AddressSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check((address) => viewAt(address.split("?", 1)[0] ?? "") !== null),
);

const ViewSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  address: AddressSchema,
  isDefault: v.optional(v.boolean(), false),
});

const FileSchema = v.object({
  version: v.literal(1),
  views: v.pipe(v.array(ViewSchema), v.maxLength(MOST_VIEWS)),
});

/** Reads a list of views as `printViews` writes it; null when it is none. At most one of them is the default. */
export function parseViews(text: string): SavedView[] | null {
  try {
    const { success, output } = v.safeParse(FileSchema, JSON.parse(text));
    return success ? oneDefault(output.views) : null;
  } catch {
    return null;
  }
}

export function printViews(views: readonly SavedView[]): string {
  return JSON.stringify({ version: 1, views }, null, 2);
}

/** The reader's views of this browser. */
export function readViews(): SavedView[] {
  return parseViews(readStored(STORED) ?? "") ?? [];
}

/** Keeps the views in this browser; false where it keeps them no longer than the page is open. */
export function writeViews(views: readonly SavedView[]): boolean {
  return writeStored(STORED, printViews(views));
}

/** A list with one view more; one of the same name is written over. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS);
}

/** A list in which this view is the default, or none when it was already. */
export function withDefault(views: readonly SavedView[], name: string): SavedView[] {
  return views.map((view) => ({ ...view, isDefault: view.name === name && !view.isDefault }));
}

function oneDefault(views: readonly SavedView[]): SavedView[] {
  const first = views.find(({ isDefault }) => isDefault);
  return views.map((view) => ({ ...view, isDefault: view === first }));
}
