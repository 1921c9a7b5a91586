import { readFile } from "node:fs/promises";
import type { Logger } from "pino";
import type { ServerSettings } from "#config/server-settings.ts";
import { EXTRAS_ENDPOINT, fileRows, withoutTexts } from "#config/source-facts.ts";
import { type Mapping, readMapping } from "#files/formats/mapping.ts";
import { rejectedRows } from "#files/import/import-report.ts";
import { type DataTime, dataTime, sourceFacts } from "#files/import/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Backend, OpenBackend } from "./app.ts";
import { readSpellings } from "./authorize/restrict-to-user.ts";
import { type LoadedData, openLiveData } from "./embedded/live-data.ts";
import { createAnalyticsService } from "./embedded/service.ts";
import { counted, loadNotes } from "./load-notes.ts";
import { openClickHouse } from "./open-clickhouse.ts";
import { openReferralsApi } from "./open-referrals-api.ts";
import { openDuckDbStore } from "./store/duckdb-store.ts";
import { LoadError, reasonWords } from "./store/load-error.ts";
import { fingerprintOf, savedTime, sourceFiles } from "./store/source-files.ts";
import { type DataSource, extrasOf, type LoadReport, type Store } from "./store/store.ts";

/**
 * Opens the backend. The embedded service first loads its referrals and reports on it.
 * @throws LoadError when files are missing or contain no referrals
 */
export async function openBackend(
  settings: ServerSettings,
  say: (line: string) => void,
  log: Logger,
): Promise<OpenBackend> {
  if (settings.referralsApi) return openReferralsApi(settings, settings.referralsApi.url, log);
  if (settings.clickHouse) return openClickHouse(settings, settings.clickHouse, say);
  if (settings.partnerCenterUrl) {
    const backend: Backend = { kind: "partner-center", origin: settings.partnerCenterUrl };
    return { backend, data: () => ({ kind: "partner-center" }), close: async () => {} };
  }
  const { referralsFile, referralsMapping, operation } = settings;
  const live = await openLiveData(await openLoaded(settings, say), {
    open: async () => healthy(await openLoaded(settings, say), settings.maxLostShare),
    fingerprint: referralsFile === null ? null : () => fingerprintOf(referralsFile, referralsMapping),
    everyMs: operation.reloadMs,
    log,
  });
  const isOpen = settings.signIn.kind === "off";
  const data: OpenBackend["data"] = () => {
    const { source } = live.now();
    if (source === null) return { kind: "sample" };
    return isOpen ? { ...source, read: live.state() ?? undefined } : { kind: "file-after-sign-in" };
  };
  return { backend: { kind: "embedded", data: live }, data, close: live.close };
}

/**
 * Rejects reloaded data with more rejected rows than a start would warn of.
 * @throws LoadError
 */
async function healthy(loaded: LoadedData, maxLostShare: number): Promise<LoadedData> {
  const facts = loaded.source?.facts;
  if (!facts || facts.rejected <= maxLostShare * fileRows(facts)) return loaded;
  await loaded.close();
  const rows = `${facts.rejected} of ${fileRows(facts)} rows`;
  throw new LoadError(`REFERRALS_FILE: ${rows} were rejected, more than MAX_LOST_PERCENT allows.`);
}

/** Referrals of the files, loaded. @throws LoadError when the files are missing or hold no referrals. */
export async function openStore(settings: ServerSettings, say: (line: string) => void) {
  const store = await openDuckDbStore({ queueLength: settings.operation.queueLength });
  try {
    const now = Date.now();
    const origin = await originOf(settings, now, say);
    const savedAt = origin.kind === "files" ? await savedTime(origin.files, now) : now;
    const report = await load(store, origin, say);
    const time = origin.kind === "files" ? dataTime(report, settings.asOf, now, savedAt) : null;
    return { store, report, time, savedAt };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openLoaded(settings: ServerSettings, say: (line: string) => void): Promise<LoadedData> {
  const { queryTimeoutMs: timeoutMs, basePath } = settings.operation;
  const { store, report, time, savedAt } = await openStore(settings, say);
  return {
    savedAt,
    service: createAnalyticsService(store, basePath + ENDPOINT, { timeoutMs }),
    extras: createAnalyticsService(extrasOf(store), basePath + EXTRAS_ENDPOINT, { timeoutMs }),
    source: time && {
      ...{ kind: "file", place: "service", name: report.source },
      facts: sourceFacts(report, time, settings),
    },
    spellings: await readSpellings(store),
    health: settings.signIn.kind === "off" ? healthOf(report, time) : {},
    rows: report.loaded,
    queue: store.queue,
    close: () => store.close(),
  };
}

async function originOf(
  { referralsFile, referralsMapping, dateOrder, firstPlausible, historyDir }: ServerSettings,
  now: number,
  say: (line: string) => void,
): Promise<DataSource> {
  if (referralsFile === null) return { kind: "sample", now };
  const mapping = referralsMapping === null ? null : await readMappingFile(referralsMapping);
  return {
    kind: "files",
    files: await sourceFiles(referralsFile),
    options: { dateOrder, mapping, now, firstPlausible, history: historyDir, say },
  };
}

async function load(store: Store, source: DataSource, say: (line: string) => void): Promise<LoadReport> {
  const report = await store.load(source);
  checkReferrals(report);
  for (const line of loadNotes(report)) say(line);
  const { count, first } = rejectedRows(report.tables);
  for (const row of first.slice(0, 10)) say(`${row.table}: line ${row.line} rejected: ${reasonWords(row)}`);
  if (count > 10) say(`… and ${counted(count - 10, "more line", "more lines")} rejected.`);
  say(`${report.source}: ${report.loaded} loaded, ${count} rejected, ${report.unreadable} unreadable dates`);
  return report;
}

/** Without any id or created date records cannot be shown as referrals. */
function checkReferrals({ source, loaded, withId, dated, tables, registrations }: LoadReport): void {
  if (registrations && loaded === 0) {
    throw new LoadError(
      `REFERRALS_FILE: ${source} holds deal registrations only, which say nothing of when referrals came or what became ` +
        "of them: add the co-sell or leads download that they belong to.",
    );
  }
  if (loaded === 0 || (withId > 0 && dated > 0)) return;
  const columns = tables.flatMap((table) => [
    ...Object.entries(table.columns).map(([name, field]) => `"${name}" (${field})`),
    ...table.unknownColumns.map((name) => `"${name}"`),
  ]);
  const shown = columns.slice(0, 60).join(", ");
  const scores = tables.flatMap((table) =>
    table.scores.map(({ format, found, of }) => `${format} ${found} of ${of} columns`),
  );
  const what = withId === 0 ? "has an id" : "has a created date that can be read";
  throw new LoadError(
    `REFERRALS_FILE: none of the ${loaded} records of ${source} ${what}. Columns found: ${shown}. Formats tried: ` +
      `${scores.join(", ")}. Add a file or a column that has it, or name the columns in a mapping (npm run map -- FILE).`,
  );
}

/** @throws LoadError with one sentence when the file cannot be read */
async function readMappingFile(path: string): Promise<Mapping> {
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

/** Data for /healthz where nobody signs in; never names of files or rejected rows. */
function healthOf(report: LoadReport, time: DataTime | null): object {
  const { source, loaded, unreadable, tables, registrations, joined } = report;
  const rejected = rejectedRows(tables);
  return {
    source,
    loaded,
    refused: rejected.count,
    refusedLines: rejected.first,
    unreadable,
    ...(time && {
      undated: loaded - report.dated,
      time: { at: new Date(time.at).toISOString(), origin: time.origin },
      tables: tables.map(({ name, format, scores, unknownColumns, dates, notes }) => ({
        name,
        format,
        scores,
        unknownColumns,
        dates,
        notes: withoutTexts(notes),
      })),
      joined: { referrals: joined.referrals, records: joined.records, contradictions: joined.contradictions },
      registrations,
      limits: report.capabilities.limits,
    }),
  };
}
