import { readFile } from "node:fs/promises";
import { SettingsError } from "#config/settings-error.ts";
import { parseTargets, type TargetFault, type TargetSetting } from "#config/targets.ts";

const WRONG: Record<TargetFault["part"], string> = {
  list: "it must be a JSON list of targets. Export one from the page to see how it looks",
  many: "it may have at most 50 targets",
  entry: "this must be an object with name, figure, bound and percent",
  name: "name must have 1 to 80 characters",
  figure: "figure must be acceptance, win, close, expired or closed",
  bound: "bound must be atLeast or under",
  percent: "percent must be a number above 0 and at most 100",
  days: "days must be 1 to 3660 for closed, and absent for other figures",
  market: "market must be a code such as US",
  size: "size must be a text of at most 80 characters, as in the data",
  program: "program must be a text of at most 80 characters, as in the data",
  source: "source must be a text of at most 200 characters",
  month: "month must be written as 2023-03",
};

/** The targets of TARGETS_FILE; none without it. @throws SettingsError with a sentence for each wrong target */
export async function readTargetsFile(path: string | null): Promise<readonly TargetSetting[]> {
  if (path === null) return [];
  const text = await readFile(path, "utf8").catch(() => {
    throw new SettingsError([`TARGETS_FILE: ${path} cannot be read: check the path.`]);
  });
  const { targets, faults } = parseTargets(text.replace(/^\uFEFF/, ""));
  if (faults.length === 0) return targets;
  throw new SettingsError(
    faults.map(({ part, place }) => {
      const where = place === null ? path : `${path}, target ${place}`;
      return `TARGETS_FILE: ${where}: ${WRONG[part]}.`;
    }),
  );
}
