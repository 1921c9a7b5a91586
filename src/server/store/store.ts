import type { AnalyticsQuery } from "#partner-center/query.ts";

/** Where the referrals come from: a file, or sample data as it stands at an instant (ms UTC). */
export type DataSource = { kind: "file"; path: string } | { kind: "sample"; now: number };

/** A line (or item) of the file that is no record, and why. Lines count from 1, the head included. */
export type RefusedLine = { line: number; reason: string };

export type LoadReport = {
  source: string;
  loaded: number;
  refused: number;
  /** The first refused lines, at most 100. */
  refusedLines: readonly RefusedLine[];
  /** Date values that could not be read; their records are kept. */
  unreadable: number;
};

/** A page of the answer as JSON text of an array in UTF-8, and the number of all rows (buckets or records) without paging. */
export type StoreAnswer = { rows: Buffer; totalCount: number };

/** An engine that holds referrals and answers analytics questions. Opened by the engine's own `open…` function. */
export type Store = {
  /** @throws LoadError with one sentence for a person when the file is missing or wholly unreadable. */
  load(source: DataSource): Promise<LoadReport>;
  ask(query: AnalyticsQuery): Promise<StoreAnswer>;
  close(): Promise<void>;
};
