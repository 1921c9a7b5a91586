import { SHELL_EN } from "./en/shell.ts";
import type { Catalogue } from "./languages.ts";
import type { Messages } from "./messages.ts";

/** Chunks of a catalogue: page frame, views, opening files, daily routine, and deals. */
type Source = Record<MessagePart, () => Promise<Messages>>;
export type MessagePart = "shell" | "views" | "files" | "routine" | "deals";

const ENGLISH: Source = {
  shell: async () => SHELL_EN,
  views: async () => (await import("./en/views.ts")).VIEWS_EN,
  files: async () => (await import("./en/files.ts")).FILES_EN,
  routine: async () => (await import("./en/routine.ts")).ROUTINE_EN,
  deals: async () => (await import("./en/deals.ts")).DEALS_EN,
};

/** All catalogues; only the English shell is bundled, the rest is loaded on demand. */
export const CATALOGUES: Record<Catalogue, Source> = {
  en: ENGLISH,
  de: {
    shell: async () => (await import("./de/shell.ts")).SHELL_DE,
    views: async () => (await import("./de/views.ts")).VIEWS_DE,
    files: async () => (await import("./de/files.ts")).FILES_DE,
    routine: async () => (await import("./de/routine.ts")).ROUTINE_DE,
    deals: async () => (await import("./de/deals.ts")).DEALS_DE,
  },
  "zh-Hant": {
    shell: async () => (await import("./zh-hant/shell.ts")).SHELL_ZH,
    views: async () => (await import("./zh-hant/views.ts")).VIEWS_ZH,
    files: async () => (await import("./zh-hant/files.ts")).FILES_ZH,
    routine: async () => (await import("./zh-hant/routine.ts")).ROUTINE_ZH,
    deals: async () => (await import("./zh-hant/deals.ts")).DEALS_ZH,
  },
  "en-XA": pseudo("accented"),
  "ar-XB": pseudo("mirrored"),
};

function pseudo(change: "accented" | "mirrored"): Source {
  const made = async (english: Promise<Messages>) => (await import("./pseudo.ts"))[change](await english);
  return {
    shell: () => made(ENGLISH.shell()),
    views: () => made(ENGLISH.views()),
    files: () => made(ENGLISH.files()),
    routine: () => made(ENGLISH.routine()),
    deals: () => made(ENGLISH.deals()),
  };
}
