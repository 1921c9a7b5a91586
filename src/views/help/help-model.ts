import { MAX_UNCONFIRMED } from "#dashboard/data/use-selected-records.ts";
import { DEALS_EN } from "#i18n/en/deals.ts";
import { DEFINITIONS_EN } from "#i18n/en/definitions.ts";
import type { MessageKey } from "#i18n/messages.ts";
import type { Translate } from "#i18n/translate.ts";
import { VIEW_NAMES } from "#selection/view-address.ts";

export type HelpEntry = { key: string; title: string; text: string };
export type HelpSection = { key: string; title: string; entries: readonly HelpEntry[] };

const USES = ["numbers", "tables", "address", "export"] as const;
const LIMITS = ["utc", "undated", "cut", "many", "role", "live"] as const;

/** Keys of all definitions, in catalogue order. */
const DEFINED = ([...Object.keys(DEFINITIONS_EN), ...Object.keys(DEALS_EN)] as MessageKey[]).filter((key) =>
  key.startsWith("define."),
);

export function sectionsOf(t: Translate): HelpSection[] {
  return [
    {
      key: "views",
      title: t("help.views"),
      entries: VIEW_NAMES.map((name) => ({
        key: `view-${name}`,
        title: t(`view.${name}`),
        text: t(`help.view.${name}`),
      })),
    },
    {
      key: "use",
      title: t("help.use"),
      entries: USES.map((name) => ({
        key: `use-${name}`,
        title: t(`help.use.${name}`),
        text: t(`help.use.${name}.text`),
      })),
    },
    {
      key: "definitions",
      title: t("help.definitions"),
      entries: DEFINED.map((key) => ({
        key: key.replace(".", "-"),
        title: t(key.replace("define.", "defined.") as MessageKey),
        text: t(key),
      })),
    },
    { key: "keys", title: t("help.keys"), entries: keysOf(t) },
    {
      key: "limits",
      title: t("help.limits"),
      entries: LIMITS.map((name) => ({
        key: `limit-${name}`,
        title: t(`help.limits.${name}`),
        text: t(`help.limits.${name}.text`, { most: MAX_UNCONFIRMED }),
      })),
    },
  ];
}

/** Keyboard shortcuts. */
function keysOf(t: Translate): HelpEntry[] {
  return [
    ...VIEW_NAMES.map((name, at) => ({
      key: `key-${name}`,
      title: String(at + 1),
      text: t(`view.${name}`),
    })),
    { key: "key-tables", title: "T", text: t("keys.tables") },
    { key: "key-help", title: "?", text: t("keys.help") },
    { key: "key-undo", title: t("keys.undoKeys"), text: t("control.undo") },
    { key: "key-redo", title: t("keys.redoKeys"), text: t("control.redo") },
    { key: "key-chart", title: t("read.chart"), text: t("trends.read.hint") },
    { key: "key-list", title: t("list.columns"), text: t("list.columns.keys") },
  ];
}

/** The entries that contain every word of a search, ignoring case and accents; empty sections are dropped. */
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
