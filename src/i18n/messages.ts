import type { DEALS_EN } from "./en/deals.ts";
import type { FILES_EN } from "./en/files.ts";
import type { ROUTINE_EN } from "./en/routine.ts";
import type { SHELL_EN } from "./en/shell.ts";
import type { VIEWS_EN } from "./en/views.ts";

/** All message keys, from the English catalogue in ICU message format. */
export type MessageKey =
  | keyof typeof SHELL_EN
  | keyof typeof VIEWS_EN
  | keyof typeof FILES_EN
  | keyof typeof ROUTINE_EN
  | keyof typeof DEALS_EN;

/** The loaded part of a catalogue. */
export type Messages = Readonly<Partial<Record<MessageKey, string>>>;
