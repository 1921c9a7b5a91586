import { type Mapping, readMapping } from "#files/formats/mapping.ts";
import { readStored, writeStored } from "#lib/stored.ts";

const NAME = "file-mappings";
/** The newest are kept; a mapping takes about a kilobyte. */
const MAX_KEPT = 20;

/** The mappings stored in this browser, by header key; invalid ones are left out. */
export function keptMappings(): Record<string, Mapping> {
  try {
    const kept: unknown = JSON.parse(readStored(NAME) ?? "{}");
    return Object.fromEntries(
      Object.entries(kept ?? {}).map(([key, mapping]) => [key, readMapping(JSON.stringify(mapping))]),
    );
  } catch {
    return {};
  }
}

/** Adds a mapping for the next file with the same header. */
export function withMapping(key: string, mapping: Mapping): Record<string, Mapping> {
  const { [key]: _, ...others } = keptMappings();
  const mappings = { [key]: mapping, ...others };
  const newest = Object.entries(mappings).slice(0, MAX_KEPT);
  writeStored(NAME, JSON.stringify(Object.fromEntries(newest)));
  return mappings;
}
