import { errorBody, jsonReply } from "../gateway/reply.ts";
import type { Refusal } from "./refusal.ts";

type Headers = Readonly<Record<string, string>>;

/** The response to a rejected token; `headers` are added, such as the call's ids. */
export function refuseCall({ status, code, description, challenge }: Refusal, headers: Headers): Response {
  const more: Headers = challenge ? { "WWW-Authenticate": challenge } : {};
  const wait: Headers = status === 503 ? { "Retry-After": "10" } : {};
  return jsonReply(status, errorBody(code, description), { ...headers, ...more, ...wait });
}
