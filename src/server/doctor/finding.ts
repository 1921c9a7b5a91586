/** The result of one check; `text` says what to do about a problem. */
export type Finding = { kind: "good" | "note" | "bad"; text: string };

export const good = (text: string): Finding => ({ kind: "good", text });
export const note = (text: string): Finding => ({ kind: "note", text });
export const bad = (text: string): Finding => ({ kind: "bad", text });

const MARKS = { good: "ok   ", note: "note ", bad: "WRONG" } as const;

/** One line per finding, and a last line with the number of problems. */
export function report(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ kind }) => kind === "bad").length;
  const lines = findings.map(({ kind, text }) => `${MARKS[kind]}  ${text}`);
  const problems = wrong === 1 ? "1 problem" : `${wrong || "No"} problems`;
  const last = `${problems} found${wrong === 0 ? "." : ", see above."}`;
  return [...lines, "", last].join("\n");
}

/** Why a call failed, as text. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "timed out";
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "host not found; check DNS and proxy";
  if (code === "ECONNREFUSED") return "connection refused";
  if (/CERT|SELF_SIGNED|ISSUER/.test(code)) {
    return `certificate not trusted (${code}); behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS`;
  }
  return code || error.message;
}
