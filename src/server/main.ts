import { fileURLToPath } from "node:url";
import { readServerSettings, SETTING_NAMES } from "#config/server-settings.ts";
import { unknownSettings } from "#config/unknown-settings.ts";
import { explainStart } from "./explain-start.ts";
import { createLog } from "./gateway/log.ts";
import { startServer } from "./start.ts";

async function main(): Promise<void> {
  // While loading, a signal ends the process at once.
  let stop = async (): Promise<void> => {};
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
  const settings = readServerSettings(process.env);
  for (const sentence of unknownSettings(process.env, SETTING_NAMES)) console.warn(sentence);
  const pageRoot = fileURLToPath(new URL("../app", import.meta.url));
  const log = createLog(settings.logLevel);
  const server = await startServer(settings, { pageRoot, log, say: (line) => console.log(line) });
  stop = server.close;
  process.on("SIGHUP", () => void server.readAgain());
  console.log(`Referral analytics ready at ${server.url}`);
}

main().catch((error: unknown) => {
  console.error(explainStart(error));
  process.exit(1);
});
