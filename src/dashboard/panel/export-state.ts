import type { ExportTable } from "#exports/export-table.ts";
import type { AboutOf } from "./export-about.ts";

/** What is taken away: its tables, and what stands below them in words. */
export type ExportContent = { tables: readonly ExportTable[]; notes: readonly string[] };

export type ExportMenuProps = {
  /** Its name in the address and in the names of files. */
  name: string;
  title: string;
  about: AboutOf;
  isIncomplete: boolean;
  /** Read when somebody takes it away. */
  content: () => Promise<ExportContent>;
  /** What its picture is drawn from, as it stands on the page; null where no picture is shown. */
  picture?: () => HTMLElement | null;
};

/** How far an export is; `uncopied` when the browser does not let the page copy a text. */
export type ExportStatus =
  | { kind: "idle" }
  | { kind: "running"; written: number; total: number; cancel: () => void }
  | { kind: "saved"; name: string }
  | { kind: "copied"; rows: number }
  | { kind: "uncopied"; text: string }
  | { kind: "cancelled" }
  | { kind: "failed" };
