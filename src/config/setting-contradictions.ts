import { isLoopback } from "./loopback.ts";

type Environment = Readonly<Record<string, string | undefined>>;
type Rule = { broken: boolean; fault: string };

/** Settings that are right one by one and wrong together: a sentence for each pair. */
export function contradictions(environment: Environment): string[] {
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const rules = [...signInRules(text), ...sourceRules(text)];
  return rules.filter((rule) => rule.broken).map((rule) => rule.fault);
}

function signInRules(text: (name: string) => string | null): Rule[] {
  const signIn = text("SIGN_IN") ?? "local";
  const host = text("HOST") ?? "127.0.0.1";
  const missing = ["ENTRA_TENANT_ID", "ENTRA_CLIENT_ID"].filter((name) => text(name) === null);
  return [
    {
      broken: signIn === "off" && !isLoopback(host),
      fault: `HOST is "${host}" while SIGN_IN is off: without sign-in the server listens on this machine only. Set HOST to 127.0.0.1, ::1 or localhost.`,
    },
    {
      broken: signIn === "local" && !isLoopback(host),
      fault: `HOST is "${host}" while SIGN_IN is local: made-up accounts are for this machine only. Set HOST to 127.0.0.1, or SIGN_IN to entra.`,
    },
    {
      broken: signIn === "local" && text("PARTNER_CENTER_URL") !== null,
      fault:
        "PARTNER_CENTER_URL is set while SIGN_IN is local: Partner Center takes no made-up account. Set SIGN_IN to entra, or remove PARTNER_CENTER_URL.",
    },
    {
      broken: signIn === "entra" && missing.length > 0,
      fault: `SIGN_IN is entra and ${missing.join(" and ")} missing: give the directory (tenant) id and the application (client) id of the registration.`,
    },
  ];
}

function sourceRules(text: (name: string) => string | null): Rule[] {
  return [
    {
      broken: text("REFERRALS_FILE") !== null && text("PARTNER_CENTER_URL") !== null,
      fault:
        "REFERRALS_FILE and PARTNER_CENTER_URL are both set: referrals come from the file or from Partner Center. Remove one.",
    },
    {
      broken: (text("TLS_CERT") === null) !== (text("TLS_KEY") === null),
      fault: "TLS_CERT and TLS_KEY belong together: give the files of both, or neither.",
    },
  ];
}
