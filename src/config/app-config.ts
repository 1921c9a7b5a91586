import * as v from "valibot";
import { CLOUDS } from "./sign-in.ts";
import { LimitsSchema, SourceFactsSchema } from "./source-facts.ts";

/** Files loaded by the service, or opened in the page. */
const FileDataSchema = v.object({
  kind: v.literal("file"),
  name: v.string(),
  facts: SourceFactsSchema,
  place: v.picklist(["service", "page"]),
  /** A table in a database instead of files. */
  isTable: v.optional(v.boolean()),
  /** When the youngest was saved, and since when reloading fails; ms since 1970 UTC. */
  read: v.optional(v.object({ at: v.number(), failedAt: v.nullable(v.number()) })),
});

/**
 * The data source: Partner Center, the embedded service with its own data, or data read from a person's Referrals API.
 */
const data = v.variant("kind", [
  v.object({ kind: v.literal("partner-center") }),
  FileDataSchema,
  /** Files whose details are only available after sign-in, at `SOURCE_PATH`. */
  v.object({ kind: v.literal("file-after-sign-in") }),
  v.object({
    kind: v.literal("referrals-api"),
    isSample: v.boolean(),
    limits: LimitsSchema,
    /** Names of the additional fields that the API may provide. */
    extras: v.array(v.string()),
  }),
  v.object({ kind: v.literal("sample") }),
  /** Only files opened in the page. */
  v.object({ kind: v.literal("opened-files") }),
]);

/** Sources of the policy's `frame-ancestors`. */
const frameAncestors = v.array(v.string());

/** Targets for rates, as `readTargets` checks them: a wrong one is said in the page, which works without it. */
const targets = v.optional(v.unknown());

const entra = {
  /** `https://login.microsoftonline.com/<tenant>`, without a trailing slash. */
  authority: v.pipe(v.string(), v.url(), v.startsWith("https://")),
  tenantId: v.pipe(v.string(), v.uuid()),
  clientId: v.pipe(v.string(), v.uuid()),
  /** The one delegated scope to request, as a URL. */
  scope: v.pipe(v.string(), v.url()),
  /** Hosts of `authority`, for MSAL's `knownAuthorities`. */
  knownAuthorities: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Paths on our own origin: the redirect bridge, and the relay for pop-ups of a framed page. */
  bridgePath: v.pipe(v.string(), v.startsWith("/")),
  relayPath: v.pipe(v.string(), v.startsWith("/")),
};

/** Settings on a static web server: data comes only from files opened in the page. */
const FilesConfigSchema = v.object({
  source: v.literal("files"),
  targets,
  frameAncestors: v.optional(frameAncestors, ["'self'"]),
});

/** `off` is for this machine only, `local` uses the stand-in for Entra ID. */
const AppConfigSchema = v.variant("signIn", [
  v.object({ signIn: v.literal("off"), data, frameAncestors, targets }),
  v.object({
    signIn: v.literal("entra"),
    ...entra,
    cloud: v.picklist(CLOUDS),
    data,
    frameAncestors,
    targets,
  }),
  v.object({
    signIn: v.literal("local"),
    ...entra,
    /** JSON text for MSAL's `authorityMetadata`; its endpoints are on our own origin. */
    authorityMetadata: v.pipe(
      v.string(),
      v.parseJson(),
      v.looseObject({ issuer: v.string() }),
      v.stringifyJson(),
    ),
    data,
    frameAncestors,
    targets,
  }),
]);

/** Settings that the browser loads from `/config.json`; contains no secrets. */
export type AppConfig = v.InferOutput<typeof AppConfigSchema>;
export type FileData = v.InferOutput<typeof FileDataSchema>;

/** Validates the response of `SOURCE_PATH`; null if invalid. */
export function readFileData(json: unknown): FileData | null {
  const result = v.safeParse(FileDataSchema, json);
  return result.success ? result.output : null;
}

export type SignInConfig = Exclude<AppConfig, { signIn: "off" }>;

/** @throws Error that names each invalid entry */
export function readAppConfig(json: unknown): AppConfig {
  const files = v.safeParse(FilesConfigSchema, json);
  if (files.success) {
    const { frameAncestors, targets } = files.output;
    return { signIn: "off", data: { kind: "opened-files" }, frameAncestors, targets };
  }
  const result = v.safeParse(AppConfigSchema, json);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? "(whole)"}: ${issue.message}`);
  throw new Error(`config.json: ${faults.join("; ")}`);
}
