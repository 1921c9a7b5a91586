import { del, get, set } from "idb-keyval";
import type { ExtraFilter } from "#config/extra-filter.ts";
import { storedName } from "#lib/base-path.ts";
import type { BucketTable } from "#partner-center/bucket-table.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery, PageRange } from "#partner-center/query.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { formatsOf, type OpenedBefore, type OpenedRecords, openRecords } from "./opened-records.ts";
import {
  type FilesRead,
  MAX_REFERRALS,
  type ReadChoices,
  type ReadProgress,
  readFiles,
  TooManyReferralsError,
} from "./read-files.ts";
import { growColumns } from "./record-columns.ts";
import { createRecordQueries, type RecordQueries } from "./record-queries.ts";

/** Stored format of opened files; other versions are ignored. `names`: of all their files, where known. */
type Kept = { version: 2; name: string; names?: readonly string[]; records: OpenedRecords };

const KEY = storedName("opened-files");
const VERSION = 2;

/** Stores opened files on this device, replacing earlier ones. @throws the browser's storage error */
async function keepRecords(kept: Omit<Kept, "version">): Promise<void> {
  await set(KEY, { version: VERSION, ...kept } satisfies Kept);
}

/** The stored files; null for none or another version. */
async function readKept(): Promise<Kept | null> {
  const kept = await get<Kept>(KEY);
  return kept?.version === VERSION ? kept : null;
}

function forgetKept(): Promise<void> {
  return del(KEY);
}

/** Why readable files cannot be opened; null where they can. */
export type OpenProblem = "too-many" | "nothing-read" | "registrations-only" | "no-ids" | "no-dates" | null;

/** The report shown before files are opened. */
export type FilesReport = Pick<FilesRead, "tables" | "unknown" | "faults" | "twice"> &
  Pick<OpenedRecords, "facts" | "strangeMarkets"> & {
    problem: OpenProblem;
    /** Read as a newer import of what is open. */
    isNewer: boolean;
  };

/** Opened files: the id for queries, and facts about them. */
export type Opened = Pick<OpenedRecords, "facts" | "at"> & { id: number };

/** The files of the page, in a worker. Opened files stay until they are released. */
export type FileStore = {
  /**
   * Reads files; null when cancelled. `before`: opened files to add these to, or whose newer import they are; where
   * `isNewer` is null, files of the same formats are a newer import.
   */
  read: (
    files: readonly File[],
    choices: ReadChoices,
    before: { id: number; isNewer: boolean | null } | null,
    onProgress: (progress: ReadProgress) => void,
  ) => Promise<FilesReport | null>;
  cancel: () => void;
  /** Opens the files read last. */
  open: () => Opened;
  release: (id: number) => void;
  grouped: (id: number, query: GroupedQuery, present: ExtraFilter) => BucketTable;
  total: (id: number, filter: Filter | null, present: ExtraFilter) => number;
  records: (
    id: number,
    filter: Filter | null,
    page: PageRange,
    present: ExtraFilter,
  ) => { records: RecordTable; totalCount: number };
  fields: (id: number, ...query: Parameters<RecordQueries["fields"]>) => ReturnType<RecordQueries["fields"]>;
  /** Stores opened files on this device under a display name. @throws the browser's storage error */
  keep: (id: number, name: string, names: readonly string[]) => Promise<void>;
  /** Restores stored files; null for none. */
  restore: () => Promise<(Opened & { name: string; names: readonly string[] }) | null>;
  forget: () => Promise<void>;
};

class Cancelled extends Error {}

const PROGRESS_MS = 100;

/** Opened files by id. */
function createShelf() {
  const opened = new Map<number, { records: OpenedRecords; queries: RecordQueries }>();
  let last = 0;
  return {
    add(records: OpenedRecords): Opened {
      last += 1;
      const present = records.report.extras.map(({ field }) => field);
      opened.set(last, { records, queries: createRecordQueries(records.columns, present) });
      return { id: last, facts: records.facts, at: records.at };
    },
    find(id: number) {
      const found = opened.get(id);
      if (!found) throw new Error(`No files are open under ${id}.`);
      return found;
    },
    release: (id: number) => void opened.delete(id),
  };
}

/** `most` referrals are read, and held together. */
export function createFileStore(most = MAX_REFERRALS): FileStore {
  const { add, find, release } = createShelf();
  let draft: OpenedRecords | null = null;
  let reading = 0; // The one under way; another one ends it.

  async function read(...[files, choices, before, onProgress]: Parameters<FileStore["read"]>) {
    reading += 1;
    const mine = reading;
    try {
      const found = await readFiles(
        files,
        choices,
        teller(() => mine === reading, onProgress),
        most,
      );
      if (mine !== reading) return null;
      // Nothing that was read would be opened as an import without any change.
      const isAdded = before !== null && found.tables.length > 0;
      const onto = isAdded ? ontoOf(find(before.id).records, before.isNewer, found) : null;
      draft = openRecords(found, onto, Date.now());
      return { ...reportOf(found, draft, most), isNewer: onto?.isNewer ?? false };
    } catch (error) {
      if (error instanceof Cancelled) return null;
      if (error instanceof TooManyReferralsError) return TOO_MANY;
      throw error;
    }
  }

  return {
    read,
    cancel() {
      reading += 1;
    },
    open() {
      if (draft === null) throw new Error("Nothing was read.");
      const records = draft;
      draft = null;
      return add(records);
    },
    release,
    grouped: (id, ...query) => find(id).queries.grouped(...query),
    total: (id, ...query) => find(id).queries.total(...query),
    records: (id, ...query) => find(id).queries.records(...query),
    fields: (id, ...query) => find(id).queries.fields(...query),
    keep: (id, name, names) => keepRecords({ name, names, records: find(id).records }),
    async restore() {
      const kept = await readKept();
      if (kept === null) return null;
      const { records, name, names = [name] } = kept;
      return { ...add(records), name, names };
    },
    forget: forgetKept,
  };
}

function ontoOf(records: OpenedRecords, isNewer: boolean | null, { tables }: FilesRead): OpenedBefore {
  const known = formatsOf(records);
  return { records, isNewer: isNewer ?? tables.every(({ format }) => known.includes(format)) };
}

/** Throttled progress reports. @throws Cancelled once it is no longer wanted */
function teller(isWanted: () => boolean, onProgress: (progress: ReadProgress) => void) {
  let said = 0;
  return (progress: ReadProgress) => {
    if (!isWanted()) throw new Cancelled();
    if (performance.now() - said < PROGRESS_MS) return;
    said = performance.now();
    onProgress(progress);
  };
}

const NOTHING_READ: FilesRead = {
  staged: growColumns().columns(),
  registered: [],
  tables: [],
  unknown: [],
  faults: [],
  twice: [],
  written: 0,
};

const TOO_MANY: FilesReport = {
  ...reportOf(NOTHING_READ, openRecords(NOTHING_READ, null, 0), 0),
  problem: "too-many",
};

function reportOf(found: FilesRead, draft: OpenedRecords, most: number): FilesReport {
  const { facts, strangeMarkets } = draft;
  const { tables, unknown, faults, twice } = found;
  const problem = problemOf(draft, most);
  return {
    tables,
    unknown,
    faults,
    twice,
    facts,
    strangeMarkets,
    problem,
    isNewer: false,
  };
}

/** Without any id or created date records cannot be shown as referrals. */
function problemOf({ report, withId }: OpenedRecords, most: number): OpenProblem {
  if (report.loaded > most) return "too-many";
  if (report.loaded === 0) return report.registrations ? "registrations-only" : "nothing-read";
  if (withId === 0) return "no-ids";
  return report.dated === 0 ? "no-dates" : null;
}
