import { READING_PATH, type ReadingStatus, readReadingStatus } from "#config/reading-status.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Referral } from "#partner-center/fields.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { authorizeByToken } from "#server/authorize/authorize.ts";
import type { TestIssuer } from "../../authorize/testing/test-issuer.ts";
import { serveGateway } from "../../testing/serve-gateway.ts";
import type { PersonsOptions } from "../persons/persons.ts";
import { createReadings } from "../persons/readings.ts";
import type { StandInOptions } from "../stand-in/open-stand-in.ts";
import { serveApi } from "./serve-api.ts";

export const ADMIN_OID = "00c0ffee-0000-4000-8000-000000000001";

type Options = Partial<StandInOptions> &
  Pick<StandInOptions, "referrals"> & { persons?: Partial<PersonsOptions>; issuer?: TestIssuer };

/** The gateway in front of a stand-in for the Referrals API, each on its own port. */
export async function serveReadings({ persons, issuer, ...options }: Options) {
  const served = await serveApi(options, issuer);
  const lines: string[] = [];
  const log = { info: (...line: unknown[]) => note(line), warn: (...line: unknown[]) => note(line) };
  const note = (line: unknown) => void lines.push(JSON.stringify(line));
  const api = { origin: served.api.origin };
  const readings = createReadings(served.rules.tenant.tenantId, {
    api,
    log: log as unknown as PersonsOptions["log"],
    ...persons,
  });
  const authorize = authorizeByToken({ ...served.rules, directory: () => ({ kind: "all" }) });
  const backend = { kind: "referrals-api", readings } as const;
  const gateway = await serveGateway({ backend, authorize });

  async function call(path: string, token: string, method = "GET"): Promise<Response> {
    return fetch(`${gateway.origin}${path}`, { method, headers: { Authorization: `Bearer ${token}` } });
  }

  async function status(token: string, method = "GET"): Promise<ReadingStatus> {
    const response = await call(READING_PATH, token, method);
    const read = readReadingStatus(await response.json().catch(() => null));
    if (read === null) throw new Error(`The reading answered ${response.status}.`);
    return read;
  }

  return {
    ...served,
    backend,
    gateway,
    call,
    status,
    lines: () => [...lines, ...gateway.lines],
    /** Polls until reading has finished. */
    async settled(token: string): Promise<ReadingStatus> {
      for (;;) {
        const found = await status(token);
        if (!found.isReading) return found;
      }
    },
    async ask(token: string, query: AnalyticsQuery) {
      const response = await call(`${ENDPOINT}?${printQuery(query)}`, token);
      const body = (await response.json()) as { Value?: Referral[]; TotalCount?: number; code?: string };
      return { status: response.status, headers: response.headers, body };
    },
    async close() {
      readings.close();
      await gateway.close();
      await served.api.close();
    },
  };
}

/** All referrals, up to a page's size. */
export const ALL: AnalyticsQuery = {
  kind: "records",
  query: { filter: null },
  page: { top: 10_000, skip: 0 },
};
