import { randomUUID } from "node:crypto";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The two ids of a call: the caller's if they are GUIDs, else generated. */
export function requestIds(headers: Headers): Record<"MS-RequestId" | "MS-CorrelationId", string> {
  return {
    "MS-RequestId": guidOr(headers.get("MS-RequestId")),
    "MS-CorrelationId": guidOr(headers.get("MS-CorrelationId")),
  };
}

function guidOr(text: string | null): string {
  return text && GUID.test(text) ? text : randomUUID();
}
