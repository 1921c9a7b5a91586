import * as v from "valibot";
import { createKept } from "#lib/kept.ts";
import { MAX_ADDRESS_CHARACTERS } from "./parameter.ts";
import { viewAt } from "./view-address.ts";

/** A selection saved by the user; `address` is path and query. */
export type SavedView = { name: string; address: string; isDefault: boolean };

export const MAX_VIEWS = 100;

/** Only addresses of this page: an imported list must not lead elsewhere. */
const AddressSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_ADDRESS_CHARACTERS + 100),
  v.check((address) => viewAt(address.split("?", 1)[0] ?? "") !== null),
);

const ViewSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  address: AddressSchema,
  isDefault: v.optional(v.boolean(), false),
});

const FileSchema = v.object({
  version: v.literal(1),
  views: v.pipe(v.array(ViewSchema), v.maxLength(MAX_VIEWS)),
});

/** A parsed list, or why it is invalid: `at` is the index of the first invalid view. */
export type ReadViews =
  | { kind: "views"; views: SavedView[] }
  | { kind: "not-json" | "no-views" }
  | { kind: "version"; version: string }
  | { kind: "bad-view"; at: number };

/** Parses a list as `printViews` writes it. At most one view is the default. */
export function parseViews(text: string): ReadViews {
  const file = parseJson(text);
  if (file === undefined) return { kind: "not-json" };
  const { success, output, issues } = v.safeParse(FileSchema, file);
  if (success) return { kind: "views", views: oneDefault(output.views) };
  const [issue] = issues;
  if (issue.path?.[0]?.key === "version" && issue.received !== "undefined")
    return { kind: "version", version: issue.received };
  const at = issue.path?.[1]?.key;
  return typeof at === "number" ? { kind: "bad-view", at } : { kind: "no-views" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function printViews(views: readonly SavedView[]): string {
  return JSON.stringify({ version: 1, views }, null, 2);
}

/** The views that this device keeps. */
export const savedViews = createKept<readonly SavedView[]>("saved-views", {
  empty: [],
  read(text) {
    const read = parseViews(text);
    return read.kind === "views" ? read.views : undefined;
  },
  print: (views) => (views.length === 0 ? null : printViews(views)),
});

/** Adds views to a list, replacing those of the same name; null when there are too many. */
export function withViews(views: readonly SavedView[], more: readonly SavedView[]): SavedView[] | null {
  const byName = new Map(views.map((view) => [view.name, view]));
  for (const view of more)
    byName.set(view.name, {
      ...view,
      isDefault: view.isDefault || byName.get(view.name)?.isDefault === true,
    });
  return byName.size > MAX_VIEWS ? null : oneDefault([...byName.values()]);
}

/** Makes a view the default, or none when it already is. */
export function withDefault(views: readonly SavedView[], name: string): SavedView[] {
  return views.map((view) => ({ ...view, isDefault: view.name === name && !view.isDefault }));
}

function oneDefault(views: readonly SavedView[]): SavedView[] {
  const first = views.find(({ isDefault }) => isDefault);
  return views.map((view) => ({ ...view, isDefault: view === first }));
}
