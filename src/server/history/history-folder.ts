import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFacts } from "#config/source-facts.ts";
import { addImport, type History, type Import, type Sighting } from "#files/history/history.ts";
import { datedByHistory } from "#files/history/status-ranges.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import {
  type HistoryState,
  linesOf,
  readState,
  sightingOf,
  sightingsOf,
  stateFileName,
  TEMPORARY,
  timeOfStateFile,
  writeState,
} from "./state-file.ts";

export type HistoryFacts = NonNullable<SourceFacts["history"]>;

/** The state after all imports of a folder, including the last; problems as sentences for people. */
export type Recorded = { sightings: Iterable<Sighting>; facts: HistoryFacts; sentences: readonly string[] };

/** Each file has the state after all imports until then; older ones are backups. */
const MAX_FILES = 8;
/** Larger histories do not fit into memory beside the data. */
const MAX_SIGHTINGS = 500_000;

type Problem = NonNullable<HistoryFacts["problem"]>;
type Found = {
  state: HistoryState | null;
  isAhead: boolean;
  problem: Problem | null;
  sentences: string[];
};

/**
 * Adds an import to the history in a folder, unless nothing is new. Whatever is wrong with the folder, returns as much
 * history as could be read.
 */
export async function recordImport(folder: string, imported: Import): Promise<Recorded> {
  const { state, isAhead, ...found } = await findState(folder, imported.at);
  const written = linesOf(addImport(historyOf(state), imported));
  const sightings = sightingsOf(written.lines);
  const isNew = state?.digest !== written.digest;
  const next = {
    at: imported.at,
    first: state?.first ?? imported.at,
    imports: (state?.imports ?? 0) + Number(isNew),
  };
  const { first, imports } = next;
  const facts = (problem: Problem | null): HistoryFacts => ({
    imports,
    first,
    last: isNew ? imported.at : (state?.at ?? first),
    problem,
  });
  const refusal = written.lines.length > MAX_SIGHTINGS ? tooMany(folder) : null;
  if (refusal || isAhead || !isNew || found.problem === "not-writable")
    return {
      sightings,
      facts: facts(refusal ? "too-many" : found.problem),
      sentences: [...found.sentences, ...(refusal ?? [])],
    };
  try {
    await writeState(join(folder, stateFileName(imported.at)), next, written);
    await removeOldest(folder, imported.at);
    return { sightings, facts: facts(found.problem), sentences: found.sentences };
  } catch (error) {
    return {
      sightings,
      facts: facts("not-writable"),
      sentences: [...found.sentences, notWritable(folder, error)],
    };
  }
}

/** The latest readable state that is not in the future. */
async function findState(folder: string, now: number): Promise<Found> {
  const found: Found = { state: null, isAhead: false, problem: null, sentences: [] };
  const note = (problem: Problem, sentence: string) => {
    found.problem ??= problem;
    found.sentences.push(sentence);
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    note("not-writable", notWritable(folder, error));
    return found;
  }
  const names = await readdir(folder).catch(() => []);
  const foreign = names.filter(
    (name) => timeOfStateFile(name) === null && !TEMPORARY.test(name) && !name.startsWith(PERSON_FOLDER),
  );
  if (foreign.length > 0)
    note(
      "foreign-file",
      `HISTORY_DIR: ${foreign.slice(0, 3).join(", ")} in ${folder} is no history of imports and is left alone.`,
    );
  const states = names
    .filter((name) => timeOfStateFile(name) !== null)
    .toSorted()
    .reverse();
  const ahead = states.filter((name) => Number(timeOfStateFile(name)) > now);
  if (ahead[0]) {
    found.isAhead = true;
    const time = new Date(Number(timeOfStateFile(ahead[0]))).toISOString();
    note(
      "clock",
      `HISTORY_DIR: ${ahead[0]} is of ${time}, after this machine's clock: it isn't used, and this import isn't kept. Set the clock, or remove the file.`,
    );
  }
  for (const name of states.slice(ahead.length)) {
    found.state = await readState(join(folder, name)).catch(() => null);
    if (found.state) break;
    note(
      "damaged-file",
      `HISTORY_DIR: ${name} in ${folder} is damaged; the import before it is used. Remove the file.`,
    );
  }
  return found;
}

/** Folders of persons are beside the history of files. */
export const PERSON_FOLDER = "person-";

function historyOf(state: HistoryState | null): History {
  return {
    of(id) {
      const line = state?.byId.get(id);
      return line === undefined ? null : sightingOf(line);
    },
    all: () => sightingsOf(state?.lines ?? []),
  };
}

/** The referrals with the dates that lie between two imports. */
export function* datedRecords({ sightings }: Pick<Recorded, "sightings">): Generator<ImportedRecord> {
  for (const { record } of sightings) yield datedByHistory(record);
}

async function removeOldest(folder: string, now: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => Number(timeOfStateFile(name) ?? now + 1) <= now);
  for (const name of names.toSorted().slice(0, -MAX_FILES)) await rm(join(folder, name), { force: true });
}

function notWritable(folder: string, error: unknown): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  return `HISTORY_DIR: ${folder} can't be written to${code && ` (${code})`}: this import isn't kept. Check the folder and its permissions.`;
}

function tooMany(folder: string): string[] {
  return [
    `HISTORY_DIR: more than ${MAX_SIGHTINGS} referrals are too many for ${folder}: this import isn't kept.`,
  ];
}
