import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { FIELDS, type Referral } from "#partner-center/fields.ts";
import { createAnalyticsService } from "#server/embedded/service.ts";
import { createFaultSwitch } from "#server/fault-injection/fault-switch.ts";
import { injectFaults } from "#server/fault-injection/inject-faults.ts";
import { faultRoutes } from "#server/fault-injection/routes.ts";
import { naiveStore } from "#server/store/testing/naive-store.ts";

export type FaultyServer = {
  origin: string;
  /** Sets these faults and returns the server's response. */
  put(faults: unknown): Promise<Response>;
  close(): Promise<void>;
};

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
const STATUSES = ["Won", "Accepted", null, "Lost"];
const MARKETS = ["US", "DE", null];

/** The nth of many distinct referrals; null statuses, markets and dates recur. */
export function aReferral(n: number): Referral {
  const month = String((n % 5) + 1).padStart(2, "0");
  return {
    ...NOTHING,
    id: `r${n}`,
    status: STATUSES[n % 4] ?? null,
    customerMarket: MARKETS[n % 3] ?? null,
    createdDate: n % 7 === 0 ? null : `2018-${month}-04T${n % 2 ? "23:08:59" : "00:40:00.125"}`,
    wonDate: n % 4 === 0 ? "2019-02-28T12:00:00" : null,
  };
}

/** The embedded service with this many referrals and fault injection, on a free local port. */
export async function startFaultyServer(size: number): Promise<FaultyServer> {
  const service = createAnalyticsService(
    naiveStore(Array.from({ length: size }, (_, n) => aReferral(n))),
    ENDPOINT,
  );
  const faults = createFaultSwitch();
  const app = new Hono().route("/", faultRoutes(faults));
  app.get(ENDPOINT, (call) =>
    injectFaults(faults, call.req.raw, async () => {
      const acceptEncoding = call.req.header("Accept-Encoding");
      const response = await service.respond({ search: new URL(call.req.url).search, acceptEncoding });
      const headers = { "Content-Type": "application/json", "Content-Encoding": response.encoding };
      return new Response(new Uint8Array(response.body), { status: response.status, headers });
    }),
  );
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put: (list) => fetch(`${origin}/local/faults`, { method: "PUT", body: JSON.stringify(list) }),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
