import { isIP } from "node:net";
import * as v from "valibot";

export type ServerSettings = {
  /** 0 lets the system choose a free one. */
  port: number;
  host: string;
  signIn: "off";
  /** Referrals for the embedded service; null for sample data. */
  referralsFile: string | null;
  /** Origin of the real service; null for the embedded service. */
  partnerCenterUrl: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are wrong, each with its own sentence. */
export class SettingsError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Settings are wrong:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "SettingsError";
    this.faults = faults;
  }
}

const blankIsAbsent = v.pipe(
  v.optional(v.string(), ""),
  v.transform((text) => (text.trim() === "" ? null : text.trim())),
);

const EnvironmentSchema = v.object({
  PORT: v.pipe(
    blankIsAbsent,
    v.transform((text) => text ?? "4280"),
    v.regex(
      /^\d{1,5}$/,
      (issue) => `PORT is "${issue.input}": give a whole number from 0 to 65535, for example 4280.`,
    ),
    v.transform(Number),
    v.maxValue(65535, (issue) => `PORT is ${issue.input}: the highest port is 65535.`),
  ),
  HOST: v.pipe(
    blankIsAbsent,
    v.transform((text) => text ?? "127.0.0.1"),
  ),
  SIGN_IN: v.pipe(
    blankIsAbsent,
    v.transform((text) => text ?? "off"),
    v.picklist(["off"], (issue) => `SIGN_IN is "${issue.input}": it can be off.`),
  ),
  REFERRALS_FILE: blankIsAbsent,
  PARTNER_CENTER_URL: v.pipe(
    blankIsAbsent,
    v.check(
      (text) => text === null || originOf(text) !== null,
      (issue) =>
        `PARTNER_CENTER_URL is "${issue.input}": give the origin only, https and without a path, for example https://api.partnercenter.microsoft.com.`,
    ),
    v.transform((text) => (text === null ? null : originOf(text))),
  ),
});

/**
 * Reads the server's settings from the environment.
 * @throws SettingsError that lists every wrong setting at once.
 */
export function readServerSettings(environment: Environment): ServerSettings {
  const result = v.safeParse(EnvironmentSchema, environment);
  const faults = result.success ? [] : result.issues.map((issue) => issue.message);
  const together = contradictions(environment);
  if (!result.success || together.length > 0) throw new SettingsError([...faults, ...together]);
  const env = result.output;
  return {
    port: env.PORT,
    host: env.HOST,
    signIn: env.SIGN_IN,
    referralsFile: env.REFERRALS_FILE,
    partnerCenterUrl: env.PARTNER_CENTER_URL,
  };
}

function contradictions(environment: Environment): string[] {
  const text = (name: string) => environment[name]?.trim() || null;
  const host = text("HOST") ?? "127.0.0.1";
  const faults: string[] = [];
  if ((text("SIGN_IN") ?? "off") === "off" && !isLoopback(host)) {
    faults.push(
      `HOST is "${host}" while SIGN_IN is off: without sign-in the server listens on this machine only. Set HOST to 127.0.0.1, ::1 or localhost.`,
    );
  }
  if (text("REFERRALS_FILE") && text("PARTNER_CENTER_URL")) {
    faults.push(
      "REFERRALS_FILE and PARTNER_CENTER_URL are both set: referrals come from the file or from Partner Center. Remove one.",
    );
  }
  return faults;
}

/** Whether a host name or address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  if (host === "localhost") return true;
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "::1";
}

/** The origin in a text that holds nothing else; https, or http to this machine itself (for trials). */
function originOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.pathname !== "/" || url.search || url.hash || url.username || url.password) return null;
  if (url.protocol === "https:") return url.origin;
  return url.protocol === "http:" && isLoopback(url.hostname.replace(/^\[|\]$/g, "")) ? url.origin : null;
}
