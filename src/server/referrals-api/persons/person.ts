import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Logger } from "pino";
import type { ReadingStatus } from "#config/reading-status.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { DAY_MS } from "#lib/calendar.ts";
import { inTime } from "#lib/in-time.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { datedRecords, recordImport } from "#server/history/history-folder.ts";
import type { ApiRow } from "#server/referrals-api/reader/api-row.ts";
import { readReferrals } from "#server/referrals-api/reader/read-referrals.ts";
import { KeptRecords } from "./kept-records.ts";
import { openSnapshot, type Services, type Snapshot } from "./snapshot.ts";
import { createTokens } from "./tokens.ts";

let collect: (() => void) | null = null;

/**
 * Frees what a reading left behind; takes 30 ms. V8 itself lets 60 MB of it pile up, which the process then keeps.
 */
function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}

export type PersonOptions = {
  /** Origin without a path, known before the first call. */
  api: { readonly origin: string };
  log: Logger;
  /** Where the server stands in its site, for links to next pages; "" for its root. */
  basePath?: string;
  /** Ms since 1970 UTC; the system's clock by default. */
  now?: () => number;
  /** Waits between retries, in ms. */
  pause?: (ms: number) => Promise<void>;
  /** Folder that stores complete reads of this person; null for none. */
  historyFolder?: string | null;
  /** Maximum number of referrals kept per person. */
  maxReferrals?: number;
};

/** Interval of incremental reads while somebody looks; the API discourages polling. */
const INCREMENT_MS = 5 * 60_000;
/**
 * Figures appear with this many referrals, and again with forty times as many: each snapshot costs about as much as
 * reading.
 */
const FIRST = 500;
const GROWTH = 40;
const MAX_REFERRALS = 200_000;
/** Garbage is collected each time so many referrals were read. */
const COLLECTED = 5000;
/** If figures exist, a new token waits at most this long for the API to judge it. */
const VERDICT_MS = 5000;

/** A running read and what it has collected. */
type Reading = { isFull: boolean; records: KeptRecords; hasNews: boolean; done: Promise<void> };

/** One person's referrals, read with the tokens that their browsers send. Must never get another person's token. */
export class Person {
  readonly #options: PersonOptions;
  readonly #now: () => number;
  readonly #leaving = new AbortController();
  readonly #tokens = createTokens(this.#leaving.signal);
  readonly #unknownNames = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #records = new KeptRecords();
  #snapshot: Snapshot | null = null;
  #reading: Reading | null = null;
  /** Start of the last complete read, incremental and full. */
  #readAt: number | null = null;
  #fullAt: number | null = null;
  #triedAt = 0;
  #problem: AnalyticsError | null = null;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Has the API judge a new token, then runs a task on the referrals read so far, waiting for the first.
   * @throws AnalyticsError for a rejected token, or if nothing could be read
   */
  async use<T>(token: string, task: (services: Services) => Promise<T>): Promise<T> {
    await this.#admit(token);
    while (this.#snapshot === null && this.#reading !== null)
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    if (this.#snapshot === null) throw this.#problem ?? gone();
    return this.#snapshot.use(task);
  }

  /** Progress, for a token that the API accepts. @throws AnalyticsError */
  async status(token: string): Promise<ReadingStatus> {
    await this.#admit(token);
    return this.progress();
  }

  /** Schedules a full read after the running one. @throws AnalyticsError */
  async readAgain(token: string): Promise<ReadingStatus> {
    await this.#admit(token);
    if (this.#reading?.isFull !== true) {
      await this.#reading?.done;
      this.#start(true);
    }
    return this.progress();
  }

  /** Stops reading and drops all referrals. */
  close(): void {
    this.#leaving.abort();
    this.#tokens.giveUp(gone());
    this.#forget();
    this.#wake();
  }

  /** Progress, for the server itself. */
  progress(): ReadingStatus {
    const reading = this.#reading;
    return {
      isReading: reading !== null,
      read: reading?.isFull ? reading.records.size : (this.#snapshot?.referrals ?? 0),
      revision: this.#snapshot?.revision ?? 0,
      referrals: this.#snapshot?.referrals ?? 0,
      isWhole: this.#snapshot?.isWhole ?? false,
      unreadable: this.#snapshot?.unreadable ?? 0,
      readAt: this.#readAt,
      problem: this.#problem && { kind: this.#problem.kind, description: this.#problem.call.description },
      unknownNames: [...this.#unknownNames],
      ...historyOf(this.#snapshot),
    };
  }

  /** Where the API is unreachable, the token's signature suffices for figures that exist already. */
  async #admit(token: string): Promise<void> {
    const isNew = this.#tokens.offer(token);
    this.#startIfDue(isNew);
    const verdict = this.#tokens.verdict(token);
    const refusal = await (this.#snapshot ? inTime(verdict, VERDICT_MS).catch(() => null) : verdict);
    if (refusal === null) return;
    if (this.#snapshot === null || [401, 403].includes(refusal.call.status ?? 0)) throw refusal;
  }

  /**
   * Starts a full read if there is none of this UTC day; else an incremental one, for a new token or after some
   * minutes.
   */
  #startIfDue(isNewToken: boolean): void {
    const isDue = isNewToken || this.#now() - this.#triedAt > INCREMENT_MS;
    if (isDue && this.#reading === null) this.#start(!this.#isOfToday());
  }

  #isOfToday(): boolean {
    return this.#fullAt !== null && Math.floor(this.#fullAt / DAY_MS) === Math.floor(this.#now() / DAY_MS);
  }

  #start(isFull: boolean): void {
    if (this.#leaving.signal.aborted) return;
    this.#triedAt = this.#now();
    const records = isFull ? new KeptRecords() : this.#records.copy();
    const reading: Reading = { isFull, records, hasNews: false, done: Promise.resolve() };
    this.#reading = reading;
    reading.done = this.#read(reading)
      .catch((error: unknown) => this.#failed(reading, error))
      .finally(() => {
        this.#reading = null;
        this.#wake();
        // A token that arrived during the last call.
        if (this.#tokens.isAsked()) this.#start(!this.#isOfToday());
      });
  }

  async #read(reading: Reading): Promise<void> {
    const began = this.#now();
    const { startedAt } = await readReferrals(
      {
        origin: this.#options.api.origin,
        signal: this.#leaving.signal,
        unknownNames: this.#unknownNames,
        token: this.#tokens.next,
        pause: this.#options.pause,
        onAccepted: this.#tokens.accept,
        onRows: (rows) => this.#take(reading, rows),
      },
      reading.isFull ? null : this.#readAt,
    );
    if (reading.isFull || reading.hasNews) await this.#publishWhole(reading.records, startedAt);
    this.#records = reading.records;
    this.#readAt = startedAt;
    if (reading.isFull) this.#fullAt = startedAt;
    this.#problem = null;
    const ms = Math.round(this.#now() - began);
    this.#options.log.info({ referrals: reading.records.size, isFull: reading.isFull, ms }, "referrals read");
  }

  async #take(reading: Reading, found: readonly ApiRow[]): Promise<void> {
    const before = reading.records.size;
    const hasNews = await reading.records.add(found);
    reading.hasNews ||= hasNews;
    const { maxReferrals = MAX_REFERRALS } = this.#options;
    const { size } = reading.records;
    if (Math.floor(size / COLLECTED) > Math.floor(before / COLLECTED)) collectGarbage();
    if (size > maxReferrals) {
      const description = `There are more than ${maxReferrals} referrals; the older ones are not read.`;
      throw new AnalyticsError({ kind: "bad-shape" }, { description });
    }
    const shown = this.#snapshot?.referrals ?? FIRST / GROWTH;
    // Intermediate snapshots are only made until the first full read is complete.
    if (reading.isFull && !this.#snapshot?.isWhole && size >= shown * GROWTH)
      await this.#publish(reading.records, { isWhole: false, history: null });
  }

  /** With dates derived from stored reads, where the API has none. */
  async #publishWhole(records: KeptRecords, startedAt: number): Promise<void> {
    const { historyFolder, log } = this.#options;
    if (!historyFolder) return this.#publish(records, { isWhole: true, history: null });
    // The API's clock may be ahead of ours.
    const at = Math.max(this.#now(), startedAt);
    const imported = { records, asOf: startedAt, at, isWhole: true };
    const recorded = await recordImport(historyFolder, imported);
    for (const sentence of recorded.sentences) log.warn(sentence);
    if (records.size >= COLLECTED) collectGarbage();
    await this.#publish(datedRecords(recorded), { isWhole: true, history: recorded.facts });
  }

  async #publish(
    records: Iterable<ImportedRecord>,
    more: Pick<Snapshot, "isWhole" | "history">,
  ): Promise<void> {
    const { basePath = "" } = this.#options;
    const revision = (this.#snapshot?.revision ?? 0) + 1;
    const next = await openSnapshot(records, { revision, basePath, ...more });
    if (this.#leaving.signal.aborted) return next.retire();
    this.#snapshot?.retire();
    this.#snapshot = next;
    this.#wake();
  }

  async #failed(reading: Reading, error: unknown): Promise<void> {
    if (this.#leaving.signal.aborted) return;
    const problem = problemOf(error);
    this.#problem = problem;
    const { status, requestId } = problem.call;
    this.#options.log.warn({ problem: problem.kind, status, requestId }, "not all referrals read");
    if (problem.kind === "forbidden") {
      // Lost rights: drop what was read with them.
      this.#forget();
      this.#tokens.distrust();
    } else if (!this.#snapshot?.isWhole && reading.records.size > 0)
      await this.#publish(reading.records, { isWhole: false, history: null }).catch(() => undefined);
    this.#tokens.giveUp(problem);
  }

  #forget(): void {
    this.#snapshot?.retire();
    this.#snapshot = null;
    this.#records = new KeptRecords();
    this.#readAt = null;
    this.#fullAt = null;
  }

  #wake(): void {
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }
}

function historyOf(snapshot: Snapshot | null): Pick<ReadingStatus, "history" | "imprecise"> {
  if (!snapshot?.history) return {};
  const counts = Object.entries(snapshot.imprecise).map(([field, count]) => [field, count ?? 0]);
  return { history: snapshot.history, imprecise: Object.fromEntries(counts) };
}

/** The person signed out or was evicted while somebody waited. */
function gone(): AnalyticsError {
  return new AnalyticsError({ kind: "unavailable", retryAfter: null });
}

function problemOf(error: unknown): AnalyticsError {
  if (error instanceof AnalyticsError) return error;
  const description = error instanceof Error && error.name !== "Error" ? error.message : null;
  return new AnalyticsError({ kind: "bad-shape" }, { description }, error);
}
