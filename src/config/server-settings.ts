import * as v from "valibot";
import { contradictions } from "./setting-contradictions.ts";
import {
  blankIsAbsent,
  CloudName,
  FrameAncestors,
  guid,
  orDefault,
  PartnerCenterUrl,
  Port,
  RateLimit,
  SignIn,
} from "./setting-schemas.ts";
import { SettingsError } from "./settings-error.ts";
import type { Cloud } from "./sign-in.ts";

/** How people sign in: with Entra ID, with its stand-in on this machine, or not at all. */
export type SignInSettings =
  | { kind: "off" }
  | { kind: "local" }
  | { kind: "entra"; cloud: Cloud; tenantId: string; clientId: string };

export type ServerSettings = {
  /** 0 lets the system choose a free one. */
  port: number;
  host: string;
  signIn: SignInSettings;
  /** Referrals for the embedded service; null for sample data. */
  referralsFile: string | null;
  /** Origin of the real service; null for the embedded service. */
  partnerCenterUrl: string | null;
  /** Sources for the policy's `frame-ancestors`. */
  frameAncestors: readonly string[];
  /** Paths of PEM files; null for plain http, or TLS in front. */
  tls: { cert: string; key: string } | null;
  /** Calls a second that one user may make, on the average of ten seconds. */
  rateLimit: number;
};

const EnvironmentSchema = v.object({
  PORT: Port,
  HOST: orDefault("127.0.0.1"),
  SIGN_IN: SignIn,
  ENTRA_TENANT_ID: guid("ENTRA_TENANT_ID"),
  ENTRA_CLIENT_ID: guid("ENTRA_CLIENT_ID"),
  CLOUD: CloudName,
  REFERRALS_FILE: blankIsAbsent,
  PARTNER_CENTER_URL: PartnerCenterUrl,
  FRAME_ANCESTORS: FrameAncestors,
  TLS_CERT: blankIsAbsent,
  TLS_KEY: blankIsAbsent,
  RATE_LIMIT: RateLimit,
});
type ReadEnvironment = v.InferOutput<typeof EnvironmentSchema>;

/**
 * Reads the server's settings from the environment.
 * @throws SettingsError that lists every wrong setting at once.
 */
export function readServerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const result = v.safeParse(EnvironmentSchema, environment);
  const faults = result.success ? [] : result.issues.map((issue) => issue.message);
  const together = contradictions(environment);
  if (!result.success || together.length > 0) throw new SettingsError([...faults, ...together]);
  const env = result.output;
  return {
    port: env.PORT,
    host: env.HOST,
    signIn: signInOf(env),
    referralsFile: env.REFERRALS_FILE,
    partnerCenterUrl: env.PARTNER_CENTER_URL,
    frameAncestors: env.FRAME_ANCESTORS,
    tls: env.TLS_CERT && env.TLS_KEY ? { cert: env.TLS_CERT, key: env.TLS_KEY } : null,
    rateLimit: env.RATE_LIMIT,
  };
}

function signInOf(env: ReadEnvironment): SignInSettings {
  if (env.SIGN_IN !== "entra") return { kind: env.SIGN_IN };
  const { CLOUD: cloud, ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId } = env;
  return { kind: "entra", cloud, tenantId: tenantId ?? "", clientId: clientId ?? "" };
}
