import address from "./parse.worker.ts?worker&url";
import { createWorkerReader, DIRECT_PAGE_READER, type JobPort, type PageReader } from "./worker-reader.ts";

/** As the platform has it; the types of the DOM do not know it yet. */
type ScriptPolicies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

/** The one policy of Trusted Types that the page's Content-Security-Policy allows. */
const POLICY = "reading-worker";

function openWorker(): JobPort {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  const trusted = trustedTypes?.createPolicy(POLICY, { createScriptURL: () => address });
  return new Worker(trusted?.createScriptURL(address) ?? address, { type: "module", name: POLICY });
}

let shared: PageReader | null = null;

/** The reader of the page, one for all; without workers, as in Node, it reads where it is called. */
export function pageReader(): PageReader {
  shared ??= typeof Worker === "undefined" ? DIRECT_PAGE_READER : warmingUp();
  return shared;
}

/** The worker is started as soon as there is nothing else to do: before the first large answer, behind the first paint. */
function warmingUp(): PageReader {
  const reader = createWorkerReader(openWorker);
  if (typeof requestIdleCallback === "undefined") setTimeout(reader.warmUp);
  else requestIdleCallback(reader.warmUp);
  return reader;
}
