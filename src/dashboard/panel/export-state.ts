import type { ExportTable } from "#exports/export-table.ts";
import type { AboutOf } from "./export-about.ts";

/** Tables to export, with the panel's notes. */
export type ExportContent = { tables: readonly ExportTable[]; notes: readonly string[] };

export type ExportMenuProps = {
  /** Key in the address and in file names. */
  name: string;
  title: string;
  about: AboutOf;
  isIncomplete: boolean;
  /** Called when the user exports. */
  content: () => Promise<ExportContent>;
  /** The element to draw a picture of; null where none is shown. */
  picture?: () => HTMLElement | null;
};

/** Status of an export; `uncopied`: the browser blocked the clipboard. */
export type ExportStatus =
  | { kind: "idle" }
  | { kind: "running"; written: number; total: number; cancel: () => void }
  | { kind: "saved"; name: string }
  | { kind: "copied"; rows: number }
  | { kind: "uncopied"; text: string }
  | { kind: "cancelled" }
  | { kind: "failed" };
