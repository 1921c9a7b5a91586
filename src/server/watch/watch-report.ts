import { isWholeSource, type SourceFacts } from "#config/source-facts.ts";
import { type Judgement, judgeRule, type WatchTarget } from "#referrals/watch/judge-rule.ts";
import { floorDate, isWatchedNow, missingForWatch } from "#referrals/watch/watch-figures.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import type { Store } from "../store/store.ts";
import { createdMonths, watchedRows } from "./watched-rows.ts";

export type WatchReport = {
  /** Time of the data, ISO 8601 UTC. */
  dataTime: string;
  source: string;
  fired: number;
  notJudged: number;
  rules: (Judgement & { rule: WatchRule })[];
};

/** Judges rules at loaded referrals, as the page judges them. */
export async function watchReport(
  store: Pick<Store, "group">,
  source: string,
  facts: SourceFacts,
  rules: readonly WatchRule[],
  targets: readonly WatchTarget[],
): Promise<WatchReport> {
  const dataTime = facts.time.at;
  const { months, undated } = await createdMonths(store, { from: facts.firstPlausible, to: dataTime });
  const judged: WatchReport["rules"] = [];
  for (const rule of rules) {
    const missing = missingForWatch(rule, (field) => facts.limits[field]?.state === "absent");
    const rows = missing.length > 0 ? [] : await watchedRows(store, rule, dataTime, months);
    const floor = floorDate(rule.figure);
    const isFloor = floor
      ? facts.limits[floor]?.state === "partly"
      : isWatchedNow(rule.figure) && undated > 0;
    const trust = isWholeSource(facts) ? "complete" : "incomplete";
    const firstDay = months?.from ?? null;
    judged.push({ rule, ...judgeRule(rule, { rows, dataTime, firstDay, targets, trust, missing, isFloor }) });
  }
  const count = (kind: Judgement["verdict"]["kind"]) =>
    judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    ...{ dataTime: new Date(dataTime).toISOString(), source },
    ...{ fired: count("fired"), notJudged: count("not-judged"), rules: judged },
  };
}

/** A sentence for each rule that these files cannot decide, however much time passes. */
export function cannotJudge({ rules }: WatchReport): string[] {
  return rules.flatMap(({ verdict, missing }, at) => {
    if (verdict.kind !== "not-judged") return [];
    const why = {
      missing: `the files lack ${missing.join(", ")}`,
      incomplete:
        "the files are incomplete: too many rows were rejected, or a download was cut at 5,000 rows",
      "no-target": "there is no target for this rate in TARGETS_FILE",
      floor: "the files give this date for some referrals only",
    }[verdict.because as string];
    return why ? [`Rule ${at + 1} can't be judged: ${why}.`] : [];
  });
}
