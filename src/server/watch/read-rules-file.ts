import { readFile } from "node:fs/promises";
import { SettingsError } from "#config/settings-error.ts";
import { WATCH_FIGURES } from "#referrals/watch/watch-figures.ts";
import {
  MAX_IN_A_ROW,
  readWatchRules,
  WATCH_COMPARISONS,
  type WatchFault,
  type WatchRule,
} from "#referrals/watch/watch-rule.ts";

const WRONG: Record<WatchFault["part"], string> = {
  text: "it must be a JSON list of rules. Export one from the page to see how it looks",
  many: "it may have at most 50 rules",
  target: "only rates have targets: comparison must be over or under",
  figure: `figure must be one of ${WATCH_FIGURES.join(", ")}`,
  markets: "markets must be a list of at most 50 codes such as US",
  partners: "partners must be a list of at most 50 codes such as US",
  sizes: "sizes must be a list of at most 50 texts, as in the data",
  comparison: `comparison must be one of ${WATCH_COMPARISONS.join(", ")}`,
  threshold: "threshold must be a number of at least 0, and of at most 100 for a rate",
  interval: "interval must be day, week, month, quarter or year",
  inARow: `inARow must be a whole number from 1 to ${MAX_IN_A_ROW}`,
};

/** The rules of WATCH_RULES. @throws SettingsError with a sentence */
export async function readRulesFile(path: string | undefined): Promise<readonly WatchRule[]> {
  if (!path) throw new SettingsError(["WATCH_RULES: name a file of rules, as the page exports them."]);
  const text = await readFile(path, "utf8").catch(() => {
    throw new SettingsError([`WATCH_RULES: ${path} cannot be read: check the path.`]);
  });
  const rules = readWatchRules(text);
  if (!("part" in rules)) return rules;
  const where = rules.place === null ? path : `${path}, rule ${rules.place}`;
  throw new SettingsError([`WATCH_RULES: ${where}: ${WRONG[rules.part]}.`]);
}
