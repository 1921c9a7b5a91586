import { readServerSettings } from "#config/server-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { sourceFacts } from "#files/import/source-facts.ts";
import { openStore } from "./backend.ts";
import { explainStart } from "./explain-start.ts";
import { readTargetsFile } from "./targets-file.ts";
import { cannotJudge, readRulesFile, type WatchReport, watchReport } from "./watch/watch-report.ts";

const FIRED = 3;
const NOT_JUDGED = 4;

/** `npm run watch`: judges the rules of WATCH_RULES once and writes the result to standard output. */
async function main(): Promise<WatchReport> {
  const settings = readServerSettings(process.env);
  if (settings.referralsFile === null)
    throw new SettingsError(["REFERRALS_FILE: name the files that the rules are about."]);
  const rules = await readRulesFile(process.env.WATCH_RULES);
  const targets = await readTargetsFile(settings.targetsFile);
  const { store, report, time } = await openStore(settings, (line) => console.error(line));
  try {
    if (time === null) throw new SettingsError(["REFERRALS_FILE: its data has no time."]);
    return await watchReport(store, report.source, sourceFacts(report, time, settings), rules, targets);
  } finally {
    await store.close();
  }
}

main()
  .then((report) => {
    console.log(JSON.stringify(report, null, 2));
    const sentences = cannotJudge(report);
    for (const sentence of sentences) console.error(sentence);
    process.exitCode = report.fired > 0 ? FIRED : sentences.length > 0 ? NOT_JUDGED : 0;
  })
  .catch((error: unknown) => {
    console.error(explainStart(error));
    process.exitCode = 1;
  });
