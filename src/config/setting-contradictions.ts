import { isLoopback } from "./loopback.ts";

type Environment = Readonly<Record<string, string | undefined>>;
type Rule = { broken: boolean; fault: string };

/** Settings that are valid alone but contradict each other, one sentence per pair. */
export function contradictions(environment: Environment): string[] {
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const rules = [...signInRules(text), ...sourceRules(text), ...referralsApiRules(text)];
  return rules.filter((rule) => rule.broken).map((rule) => rule.fault);
}

function signInRules(text: (name: string) => string | null): Rule[] {
  const signIn = text("SIGN_IN") ?? "local";
  const host = text("HOST") ?? "127.0.0.1";
  const missing = ["ENTRA_TENANT_ID", "ENTRA_CLIENT_ID"].filter((name) => text(name) === null);
  return [
    {
      broken: signIn === "off" && !isLoopback(host),
      fault: `HOST is "${host}" while SIGN_IN is off: without sign-in, the server may only listen on this machine. Set HOST to 127.0.0.1, ::1 or localhost.`,
    },
    {
      broken: signIn === "local" && !isLoopback(host),
      fault: `HOST is "${host}" while SIGN_IN is local: sample accounts are for this machine only. Set HOST to 127.0.0.1, or SIGN_IN to entra.`,
    },
    {
      broken: signIn === "local" && text("PARTNER_CENTER_URL") !== null,
      fault:
        "PARTNER_CENTER_URL is set while SIGN_IN is local: Partner Center doesn't accept sample accounts. Set SIGN_IN to entra, or remove PARTNER_CENTER_URL.",
    },
    {
      broken: signIn === "entra" && missing.length > 0,
      fault: `SIGN_IN is entra and ${missing.join(" and ")} missing: set the directory (tenant) ID and the application (client) ID of the app registration.`,
    },
  ];
}

function referralsApiRules(text: (name: string) => string | null): Rule[] {
  const isSource = text("SOURCE") === "referrals-api";
  const signIn = text("SIGN_IN") ?? "local";
  const others = ["REFERRALS_FILE", "PARTNER_CENTER_URL"].filter((name) => text(name) !== null);
  return [
    {
      broken: isSource && others.length > 0,
      fault: `SOURCE is referrals-api and ${others.join(" and ")} set: referrals come from one source. Remove one of them.`,
    },
    {
      broken: isSource && signIn === "off",
      fault:
        "SOURCE is referrals-api while SIGN_IN is off: the Referrals API shows each person their own referrals. Set SIGN_IN to local for a trial on this machine, or to entra.",
    },
    {
      broken: isSource && signIn === "local" && text("REFERRALS_API_URL") !== null,
      fault:
        "REFERRALS_API_URL is set while SIGN_IN is local: the Referrals API doesn't accept sample accounts. Set SIGN_IN to entra, or remove REFERRALS_API_URL.",
    },
    {
      broken: !isSource && text("REFERRALS_API_URL") !== null,
      fault: "REFERRALS_API_URL is set and not used: set SOURCE to referrals-api, or remove it.",
    },
  ];
}

function sourceRules(text: (name: string) => string | null): Rule[] {
  const besideClickHouse = ["REFERRALS_FILE", "PARTNER_CENTER_URL", "SOURCE"].filter(text);
  return [
    {
      broken: text("CLICKHOUSE_URL") !== null && besideClickHouse.length > 0,
      fault: `CLICKHOUSE_URL and ${besideClickHouse.join(" and ")} are set: referrals come from one source. Remove one of them.`,
    },
    {
      broken: text("CLICKHOUSE_PASSWORD") !== null && text("CLICKHOUSE_PASSWORD_FILE") !== null,
      fault: "CLICKHOUSE_PASSWORD and CLICKHOUSE_PASSWORD_FILE are both set. Remove one of them.",
    },
    {
      broken: text("REFERRALS_FILE") !== null && text("PARTNER_CENTER_URL") !== null,
      fault:
        "REFERRALS_FILE and PARTNER_CENTER_URL are both set: referrals come from either a file or Partner Center. Remove one of them.",
    },
    {
      broken:
        text("HISTORY_DIR") !== null && text("REFERRALS_FILE") === null && text("SOURCE") !== "referrals-api",
      fault:
        "HISTORY_DIR is set and not used: it keeps the imports of REFERRALS_FILE or of SOURCE=referrals-api. Set one of them, or remove it.",
    },
    {
      broken: text("METRICS_HOST") !== null && text("METRICS_PORT") === null,
      fault: "METRICS_HOST is set and not used: set METRICS_PORT, or remove it.",
    },
    {
      broken: Number(text("METRICS_PORT")) > 0 && text("METRICS_PORT") === (text("PORT") ?? "4280"),
      fault: "METRICS_PORT and PORT are the same: metrics need a port of their own.",
    },
    {
      broken: (text("TLS_CERT") === null) !== (text("TLS_KEY") === null),
      fault: "TLS_CERT and TLS_KEY go together. Set both or neither.",
    },
  ];
}
