import { SettingsError } from "#config/settings-error.ts";
import { LoadError } from "./store/load-error.ts";
import { OverloadError, type OverloadReason } from "./store/overload.ts";

/** What to look at where ClickHouse can't be opened. */
const WHERE: Partial<Record<OverloadReason, string>> = {
  unreachable: " Check CLICKHOUSE_URL.",
  certificate: " Set CLICKHOUSE_CA to the certificate of its authority.",
  "sign-in-refused": " Check CLICKHOUSE_USER and its password, and what it may read.",
  "no-table": " Check CLICKHOUSE_DATABASE and CLICKHOUSE_TABLE.",
};

/** Why the server did not start: one sentence for known causes, else the whole error. */
export function explainStart(error: unknown): string {
  if (error instanceof SettingsError || error instanceof LoadError) return error.message;
  if (error instanceof OverloadError) return `${error.message}${WHERE[error.reason] ?? ""}`;
  if (!(error instanceof Error)) return String(error);
  return explainSystem(error) ?? error.stack ?? error.message;
}

/** The system's error when listening failed. */
function explainSystem({ code, syscall, ...facts }: NodeJS.ErrnoException): string | null {
  if (syscall !== "listen" && syscall !== "getaddrinfo") return null;
  const { address, hostname, port } = facts as { address?: string; hostname?: string; port?: number };
  if (code === "EADDRINUSE")
    return "The port is already in use. Set PORT to a free port, or to 0 for any free port.";
  if (code === "EACCES")
    return `PORT is ${port}: this account may not use that port. Set PORT to 1024 or higher, for example 4280.`;
  return `HOST is "${hostname ?? address}": this machine can't listen there (${code}). Set HOST to an address of this machine, for example 127.0.0.1.`;
}
