import { fileURLToPath } from "node:url";
import { readServerSettings } from "#config/server-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { createLog } from "./gateway/log.ts";
import { startServer } from "./start.ts";
import { LoadError } from "./store/load-error.ts";

async function main(): Promise<void> {
  const settings = readServerSettings(process.env);
  const pageRoot = fileURLToPath(new URL("../app", import.meta.url));
  const log = createLog(process.env.LOG_LEVEL?.trim() || "info");
  const server = await startServer(settings, { pageRoot, log, say: (line) => console.log(line) });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
  console.log(`Referral analytics ready at ${server.url}`);
}

/** One sentence where the reason is known; the whole error where it is not. */
function explain(error: unknown): string {
  if (error instanceof SettingsError || error instanceof LoadError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "The port is already in use. Set PORT to a free port, or to 0 for any free port.";
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
