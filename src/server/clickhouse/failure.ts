import { OverloadError, type OverloadReason } from "../store/overload.ts";

/** What the codes of ClickHouse's errors mean for somebody who waits for a result. */
const REASONS: Readonly<Record<string, OverloadReason>> = {
  60: "no-table",
  81: "no-table",
  158: "engine-limit",
  159: "timeout",
  160: "timeout",
  164: "settings-refused",
  192: "sign-in-refused",
  193: "sign-in-refused",
  194: "sign-in-refused",
  201: "engine-limit",
  202: "engine-limit",
  209: "unreachable",
  210: "unreachable",
  241: "engine-limit",
  279: "unreachable",
  369: "stale",
  394: "timeout",
  396: "engine-limit",
  452: "settings-refused",
  497: "sign-in-refused",
  516: "sign-in-refused",
};

/** Errors of the network, by Node's codes. */
const NETWORK = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/;
const CERTIFICATE = /CERT|SELF_SIGNED|TLS|SSL/;

/** Why ClickHouse did not respond, without its own words: these repeat the query and names of its machines. */
export function failureOf(error: unknown): OverloadError {
  const reason = reasonOf(error);
  return Object.assign(new OverloadError(reason), { cause: error });
}

function reasonOf(error: unknown): OverloadReason {
  if (!(error instanceof Error)) return "engine-failed";
  const code = "code" in error ? String(error.code) : "";
  if (CERTIFICATE.test(code)) return "certificate";
  if (NETWORK.test(code) || /socket hang up/i.test(error.message)) return "unreachable";
  if (/timeout/i.test(error.message) && code === "") return "timeout";
  // Old servers tell the code in the text alone.
  const found = /^\d+$/.test(code) ? code : /Code: (\d+)/.exec(error.message)?.[1];
  return REASONS[found ?? ""] ?? "engine-failed";
}
