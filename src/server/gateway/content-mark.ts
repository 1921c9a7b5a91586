import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A mark of what a file contains, as eight hexadecimal digits. @throws Error when it cannot be read */
export function contentMark(path: string | URL): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 8);
}
