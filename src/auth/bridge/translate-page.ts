import { BRIDGE_DE } from "#i18n/de/bridge.ts";
import { BRIDGE_EN } from "#i18n/en/bridge.ts";
import { chooseLanguage } from "#i18n/languages.ts";
import { BRIDGE_ZH } from "#i18n/zh-hant/bridge.ts";
import { readStored } from "#lib/stored.ts";

const CATALOGUES: Record<string, Record<keyof typeof BRIDGE_EN, string>> = {
  en: BRIDGE_EN,
  de: BRIDGE_DE,
  "zh-Hant": BRIDGE_ZH,
};

/** Translates this page into the language chosen in the dashboard, else the browser's. */
export function translatePage(): void {
  const kept = readStored("lang");
  const { catalogue } = chooseLanguage(kept === null ? navigator.languages : [kept, ...navigator.languages]);
  const t = CATALOGUES[catalogue];
  if (!t) return;
  document.documentElement.lang = catalogue;
  for (const element of document.querySelectorAll<HTMLElement>("[data-t]"))
    element.textContent = t[element.dataset.t as keyof typeof BRIDGE_EN] ?? element.textContent;
}
