import { type Mapping, readMapping } from "#files/formats/mapping.ts";
import { readStored, writeStored } from "#lib/stored.ts";

const NAME = "file-mappings";
/** The newest are kept; a mapping takes about a kilobyte. */
const MAX_KEPT = 20;

/** The mappings stored in this browser, by header key, and the keys of those that cannot be read; "all" for none can. */
export type KeptMappings = {
  mappings: Readonly<Record<string, Mapping>>;
  damaged: readonly string[] | "all";
};

export function keptMappings(): KeptMappings {
  const stored = storedMappings();
  if (stored === null) return { mappings: {}, damaged: "all" };
  const mappings: Record<string, Mapping> = {};
  const damaged: string[] = [];
  for (const [key, kept] of Object.entries(stored)) {
    try {
      mappings[key] = readMapping(JSON.stringify(kept));
    } catch {
      damaged.push(key);
    }
  }
  return { mappings, damaged };
}

/** Null for what is no object. */
function storedMappings(): object | null {
  try {
    const stored: unknown = JSON.parse(readStored(NAME) ?? "{}");
    return typeof stored === "object" && !Array.isArray(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Adds a mapping for the next file with the same header. Damaged ones of other files stay, to be told with these. */
export function keepMapping(key: string, mapping: Mapping): KeptMappings {
  const others = Object.entries(storedMappings() ?? {}).filter(([other]) => other !== key);
  const newest = [[key, mapping], ...others].slice(0, MAX_KEPT);
  writeStored(NAME, JSON.stringify(Object.fromEntries(newest)));
  return keptMappings();
}
