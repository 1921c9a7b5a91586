import type { Logger } from "pino";
import type { ServerSettings } from "#config/server-settings.ts";
import { LOCAL_TENANT_ID } from "#config/sign-in.ts";
import { capabilitiesOf } from "#files/records/capabilities.ts";
import { EXTRA_FIELDS } from "#files/records/extra-fields.ts";
import { planTable } from "#files/records/plan-table.ts";
import type { OpenBackend } from "./app.ts";
import { createReadings } from "./referrals-api/persons/readings.ts";
import { API_HEADER } from "./referrals-api/reader/api-row.ts";

/** Derived from other columns. */
const RULED: ReadonlySet<string> = new Set(["kind", "direction"]);

/**
 * Opens the Referrals API as the source; nothing is read before somebody signs in. Without an origin, opens a local
 * stand-in with sample data once the sign-in is known.
 */
export function openReferralsApi(settings: ServerSettings, url: string | null, log: Logger): OpenBackend {
  const { signIn } = settings;
  const tenantId = signIn.kind === "entra" ? signIn.tenantId : LOCAL_TENANT_ID;
  const api = { origin: url ?? "" };
  const { historyDir, operation } = settings;
  const readings = createReadings(tenantId, { api, log, historyDir, basePath: operation.basePath });
  const closing: (() => Promise<void>)[] = [async () => readings.close()];
  const plan = planTable(API_HEADER, null);
  return {
    backend: { kind: "referrals-api", readings },
    data: () => ({
      kind: "referrals-api",
      isSample: url === null,
      limits: plan ? capabilitiesOf(plan, new Set()).limits : {},
      extras: EXTRA_FIELDS.filter(
        (field) => RULED.has(field) || plan?.columns.some(({ target }) => target === field),
      ),
    }),
    async connect(rules, faults) {
      if (url !== null || rules === null) return;
      const { openStandIn } = await import("./referrals-api/stand-in/open-stand-in.ts");
      const { sampleOfApi } = await import("./referrals-api/stand-in/sample-of-api.ts");
      const standIn = await openStandIn({ referrals: sampleOfApi(Date.now()), rules, faults });
      api.origin = standIn.origin;
      closing.push(standIn.close);
    },
    async close() {
      for (const close of closing) await close();
    },
  };
}
