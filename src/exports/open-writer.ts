import address from "./export.worker.ts?worker&url";
import { lineTo, type WriterLine } from "./writer-line.ts";

/** As the platform has it; the types of the DOM do not know it yet. */
type ScriptPolicies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

/** A policy of Trusted Types that the page's Content-Security-Policy allows; it lets through this one file. */
const POLICY = "export-worker";

let trustedAddress: string | null = null;

/** Starts a worker that writes one file. @throws SecurityError where the page may start none. */
export function openWriter(): WriterLine {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  // A policy can be made once only.
  trustedAddress ??=
    trustedTypes?.createPolicy(POLICY, { createScriptURL: () => address }).createScriptURL(address) ??
    address;
  return lineTo(new Worker(trustedAddress, { type: "module", name: POLICY }));
}
