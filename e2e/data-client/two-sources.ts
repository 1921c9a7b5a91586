import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { type ExtraFilter, withExtraFilter } from "#config/extra-filter.ts";
import { readServerSettings } from "#config/server-settings.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { createFileStore, type FileStore } from "#local-files/file-store.ts";
import { localClient, localFields } from "#local-files/local-client.ts";
import type { ReadChoices } from "#local-files/read-files.ts";
import { createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Filter } from "#partner-center/filter.ts";
import { createDataClient, createLocalDataClient } from "#queries/data-client.ts";
import { downloadFields } from "#queries/download-records.ts";
import { startServer } from "#server/start.ts";
import { hurried } from "./overview.ts";
import { restorePlatform } from "./platform.ts";

export const FIXTURES: string = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** Paths are absolute, or within the fixtures. */
const pathOf = (path: string) => resolve(FIXTURES, path);

const NO_CHOICES: ReadChoices = { dateOrder: null, mappings: {} };

/** Reads files into a store and opens them; `before`: the opened files to which they are added. */
export async function readInto(store: FileStore, paths: readonly string[], before: number | null) {
  const files = paths.map((path) => new File([readFileSync(pathOf(path))], basename(path)));
  const onto = before === null ? null : { id: before, isNewer: false };
  const report = await store.read(files, NO_CHOICES, onto, () => {});
  return { report, ...store.open() };
}

/** Files as the page opens them. */
export async function openInPage(paths: readonly string[]) {
  const store = createFileStore();
  const opened = await readInto(store, paths, null);
  const clientOf = (extraFilter: ExtraFilter) => localClient(store, opened.id, extraFilter);
  const fieldsOf = (extraFilter: ExtraFilter) => localFields(store, opened.id, extraFilter);
  const dataClient = createLocalDataClient((extraFilter) => ({
    extraFilter: "",
    client: clientOf(extraFilter),
    fetchFields: fieldsOf(extraFilter),
  }));
  const fields = (filter: Filter | null, extraFilter: ExtraFilter = []) =>
    downloadFields(fieldsOf(extraFilter), filter);
  return { ...opened, client: clientOf([]), clientOf, fields, dataClient };
}

/** The same files in the whole server on a free port, its page left out. */
export async function openInService(paths: readonly string[]) {
  const settings = readServerSettings({
    SIGN_IN: "off",
    PORT: "0",
    RATE_LIMIT: "99999",
    REFERRALS_FILE: paths.map(pathOf).join(","),
  });
  const log = pino({ level: "silent" });
  const server = await startServer(settings, { pageRoot: FIXTURES, log, say: () => {} });
  restorePlatform();
  const config = (await (await fetch(`${server.url}/config.json`)).json()) as {
    data: { facts: SourceFacts };
  };
  // The page asks its own server by path.
  const send: typeof fetch = (address, init) => fetch(new URL(String(address), server.url), init);
  const options = { endpoint: server.url + ENDPOINT, application: "Test", fetch: send };
  const dataClient = createDataClient(options, hurried());
  const fields = async (filter: Filter | null, extraFilter: ExtraFilter = []) => {
    const { fetchFields } = dataClient.clientsFor(extraFilter);
    if (fetchFields === null) throw new Error("The service has additional fields.");
    return downloadFields(fetchFields, filter);
  };
  const clientOf = (extraFilter: ExtraFilter) =>
    createClient({ ...options, fetch: withExtraFilter(send, extraFilter) });
  const close = () => server.close();
  return { facts: config.data.facts, client: clientOf([]), clientOf, fields, dataClient, close };
}
