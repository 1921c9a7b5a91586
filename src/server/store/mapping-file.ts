import { readFile } from "node:fs/promises";
import { type Mapping, readMapping } from "#files/formats/mapping.ts";
import { LoadError } from "./load-error.ts";

/**
 * Reads the mapping of columns from a JSON file.
 * @throws LoadError with one sentence when it cannot be read.
 */
export async function readMappingFile(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new LoadError(`REFERRALS_MAPPING: ${path} cannot be read: check the path.`);
  });
  try {
    return readMapping(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LoadError(`REFERRALS_MAPPING: ${path} is no mapping: ${why}.`);
  }
}
