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
  const accepted = (acceptEncoding ?? "")
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/i.test(part))
    .map((part) => part.split(";")[0]?.trim().toLowerCase());
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : "identity";
}

/** Compresses with low effort: JSON of grouped rows shrinks twentyfold even so. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
  if (encoding === "gzip") return toGzip(body, { level: 2 });
  return body;
}
