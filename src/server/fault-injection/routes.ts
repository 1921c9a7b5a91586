import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isLoopback } from "#config/loopback.ts";
import { errorBody } from "#server/gateway/reply.ts";
import { requestIds } from "../gateway/request-ids.ts";
import { readFaults } from "./fault.ts";
import type { FaultSwitch } from "./fault-switch.ts";

const PATH = "/local/faults";
const MAX_BYTES = 64 * 1024;

function fail(
  call: Context,
  status: 400 | 403 | 405 | 413,
  description: string,
  data: readonly string[] = [],
) {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  return call.body(errorBody(status, description, data), status, {
    ...headers,
    ...requestIds(call.req.raw.headers),
  });
}

/** The caller is on this machine, without a proxy and using a local host name. */
function isLocal(call: Context): boolean {
  const address = getConnInfo(call).remote.address?.replace(/^::ffff:/i, "") ?? "";
  const name = new URL(call.req.url).hostname.replace(/^\[|\]$/g, "");
  const isForwarded = ["Forwarded", "X-Forwarded-For"].some(
    (header) => call.req.header(header) !== undefined,
  );
  return isLoopback(address) && isLoopback(name) && !isForwarded;
}

async function put(call: Context, faults: FaultSwitch): Promise<Response> {
  const json: unknown = await call.req.json().catch(() => undefined);
  const read = readFaults(json);
  if ("wrong" in read) return fail(call, 400, `Invalid faults. ${read.wrong.join(" ")}`, read.wrong);
  faults.set(read.faults);
  return call.json(faults.list());
}

/** `/local/faults`: GET lists faults, PUT replaces them, DELETE removes all. Only for this machine. */
export function faultRoutes(faults: FaultSwitch): Hono {
  const routes = new Hono();
  routes.use(PATH, async (call, next) =>
    isLocal(call) ? next() : fail(call, 403, "Faults can only be set from this machine."),
  );
  const tooLarge = (call: Context) => fail(call, 413, "The list of faults is longer than 64 KiB.");
  routes.get(PATH, (call) => call.json(faults.list(), 200, { "Cache-Control": "no-store" }));
  routes.put(PATH, bodyLimit({ maxSize: MAX_BYTES, onError: tooLarge }), (call) => put(call, faults));
  routes.delete(PATH, (call) => {
    faults.set([]);
    return call.body(null, 204);
  });
  routes.all(PATH, (call) => {
    call.header("Allow", "GET, PUT, DELETE");
    return fail(call, 405, "Method not allowed. Use GET, PUT or DELETE.");
  });
  return routes;
}
