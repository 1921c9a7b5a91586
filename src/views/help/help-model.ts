import { MOST_UNASKED } from "#dashboard/data/use-selected-records.ts";
import { DEFINITIONS_EN } from "#i18n/en/definitions.ts";
import type { MessageKey } from "#i18n/messages.ts";
import type { Words } from "#i18n/words.ts";
import { VIEW_NAMES } from "#selection/view-address.ts";

export type HelpEntry = { key: string; title: string; text: string };
export type HelpSection = { key: string; title: string; entries: readonly HelpEntry[] };

const USES = ["numbers", "tables", "address", "export"] as const;
const LIMITS = ["utc", "undated", "cut", "many", "role", "live"] as const;

/** The names of all definitions, in the order of the catalogue. */
const DEFINED = (Object.keys(DEFINITIONS_EN) as MessageKey[]).filter((key) => key.startsWith("define."));

/** All that the help says, in the reader's words. */
export function sectionsOf(words: Words): HelpSection[] {
  return [
    {
      key: "views",
      title: words("help.views"),
      entries: VIEW_NAMES.map((name) => ({
        key: `view-${name}`,
        title: words(`view.${name}`),
        text: words(`help.view.${name}`),
      })),
    },
    {
      key: "use",
      title: words("help.use"),
      entries: USES.map((name) => ({
        key: `use-${name}`,
        title: words(`help.use.${name}`),
        text: words(`help.use.${name}.text`),
      })),
    },
    {
      key: "definitions",
      title: words("help.definitions"),
      entries: DEFINED.map((key) => ({
        key: key.replace(".", "-"),
        title: words(key.replace("define.", "defined.") as MessageKey),
        text: words(key),
      })),
    },
    { key: "keys", title: words("help.keys"), entries: keysOf(words) },
    {
      key: "limits",
      title: words("help.limits"),
      entries: LIMITS.map((name) => ({
        key: `limit-${name}`,
        title: words(`help.limits.${name}`),
        text: words(`help.limits.${name}.text`, { most: MOST_UNASKED }),
      })),
    },
  ];
}

/** The keys of the page with what they do. */
function keysOf(words: Words): HelpEntry[] {
  return [
    ...VIEW_NAMES.map((name, at) => ({
      key: `key-${name}`,
      title: String(at + 1),
      text: words(`view.${name}`),
    })),
    { key: "key-tables", title: "T", text: words("keys.tables") },
    { key: "key-help", title: "?", text: words("keys.help") },
    { key: "key-undo", title: words("keys.undoKeys"), text: words("control.undo") },
    { key: "key-redo", title: words("keys.redoKeys"), text: words("control.redo") },
    { key: "key-chart", title: words("read.chart"), text: words("trends.read.hint") },
    { key: "key-list", title: words("list.columns"), text: words("list.columns.keys") },
  ];
}

/** The entries that hold every word of a search, in any case, with or without accents; sections without any go. */
export function sectionsWith(
  sections: readonly HelpSection[],
  search: string,
  locale: string,
): HelpSection[] {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(locale);
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return sections
    .map((section) => ({
      ...section,
      entries: section.entries.filter(({ title, text }) => {
        const said = plain(`${title} ${text}`);
        return wanted.every((word) => said.includes(word));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}
