import type { ExtraFilter } from "#config/extra-filter.ts";
import type { CallOptions, ResponseMetadata } from "#partner-center/call.ts";
import type { AnalyticsClient } from "#partner-center/client.ts";
import type { Filter } from "#partner-center/filter.ts";
import { PAGE_TOP } from "#partner-center/pages.ts";
import type { PageRange } from "#partner-center/query.ts";
import type { FileStore } from "./file-store.ts";

/** The part of a store that answers queries, on this thread or in a worker. */
type Answering = {
  [Name in "grouped" | "total" | "records" | "fields"]: (
    ...query: Parameters<FileStore[Name]>
  ) => ReturnType<FileStore[Name]> | Promise<ReturnType<FileStore[Name]>>;
};

/** Nothing is sent: no server clock, no request id. */
const NO_CALL: ResponseMetadata = { serverTime: null, requestId: "", bytes: 0 };

/** A client of the endpoint that queries opened files instead. */
export function localClient(
  store: Omit<Answering, "fields">,
  id: number,
  extraFilter: ExtraFilter = [],
): AnalyticsClient {
  return {
    async grouped(query, call) {
      const buckets = await unlessAborted(call, () => store.grouped(id, query, extraFilter));
      return { ...NO_CALL, pages: [buckets], totalCount: buckets.size, endedEarly: false };
    },
    async total(filter, call) {
      return {
        ...NO_CALL,
        totalCount: await unlessAborted(call, () => store.total(id, filter, extraFilter)),
      };
    },
    async recordsPage({ filter }, place, call) {
      const page = { top: Math.min(place.top, PAGE_TOP), skip: place.skip };
      const { records, totalCount } = await unlessAborted(call, () =>
        store.records(id, filter, page, extraFilter),
      );
      const received = page.skip + records.size;
      const isLast = records.size === 0 || received >= totalCount;
      return { ...NO_CALL, records, totalCount, next: isLast ? null : { ...page, skip: received } };
    },
  };
}

/** The additional fields of opened files, page by page. */
export function localFields(store: Pick<Answering, "fields">, id: number, extraFilter: ExtraFilter = []) {
  return (filter: Filter | null, page: PageRange, signal: AbortSignal | undefined) =>
    unlessAborted({ signal }, () => store.fields(id, filter, page, extraFilter));
}

async function unlessAborted<T>(call: CallOptions | undefined, ask: () => T | Promise<T>): Promise<T> {
  call?.signal?.throwIfAborted();
  const answer = await ask();
  call?.signal?.throwIfAborted();
  return answer;
}
