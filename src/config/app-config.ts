import * as v from "valibot";

const AppConfigSchema = v.object({
  /** How people sign in; `off` only ever on this machine itself. */
  signIn: v.picklist(["off"]),
  /** What answers the questions: Partner Center, or the embedded service with its own data. */
  data: v.variant("kind", [
    v.object({ kind: v.literal("partner-center") }),
    v.object({ kind: v.literal("file"), name: v.string() }),
    v.object({ kind: v.literal("sample") }),
  ]),
});

/** Settings that the browser gets at run time from `/config.json`; nothing secret stands in it. */
export type AppConfig = v.InferOutput<typeof AppConfigSchema>;

/**
 * Checks what `/config.json` answered.
 * @throws Error that names each wrong entry.
 */
export function readAppConfig(json: unknown): AppConfig {
  const result = v.safeParse(AppConfigSchema, json);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? "(whole)"}: ${issue.message}`);
  throw new Error(`config.json: ${faults.join("; ")}`);
}
