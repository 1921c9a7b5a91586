import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { authorizeEverybody } from "#server/authorize/authorize.ts";
import { type AppParts, createApp } from "../app.ts";
import { callerReader } from "../gateway/caller.ts";
import { createListener, type ListenerParts } from "../gateway/listener.ts";
import { createRateLimit } from "../gateway/rate-limit.ts";
import { serve } from "./serve.ts";

export type GatewayOptions = Pick<AppParts, "backend"> &
  Partial<AppParts> &
  Partial<Omit<ListenerParts, "app">>;

/** A gateway on a free local port, with parts replaced; its log lines are collected. */
export async function serveGateway(options: GatewayOptions) {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const app = createApp({
    log,
    config: () => ({ signIn: "off", data: { kind: "sample" }, frameAncestors: [] }),
    authorize: authorizeEverybody,
    rateLimit: createRateLimit(1000),
    faults: null,
    isReady: () => true,
    ...options,
  });
  const listener = createListener({
    basePath: "",
    readCaller: callerReader(null),
    standIn: null,
    policy: { authority: null, frameAncestors: ["'self'"] },
    log,
    localOnly: true,
    tls: false,
    isAccepting: () => true,
    ...options,
    app: getRequestListener(app.fetch),
  });
  return { ...(await serve(listener)), lines };
}
