import { deflateRawSync, inflateRawSync } from "node:zlib";
import { importTable, planFor } from "#files/import/import-table.ts";
import type { RawRow, RawTable } from "#files/raw-table.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { decodeRecord, type EncodedRecord, encodeRecord } from "#files/records/record-codec.ts";
import { API_HEADER, type ApiRow } from "../reader/api-row.ts";

/** `start`: the number of its first record, counted over all pages. `packed`: a line of JSON per record. */
type Page = { start: number; packed: Buffer };

/** The fastest: about 1 ms per page. */
const LEVEL = { level: 1 };

/**
 * A person's referrals by id (those without one by their content), compressed outside the JavaScript heap: 20,000 take
 * 5 MB there, as texts 20 MB, and the heap keeps up to three times as much as it uses.
 */
export class KeptRecords implements Iterable<ImportedRecord> {
  #pages: Page[] = [];
  /** The number of the latest record of each referral. */
  #latest = new Map<string, number>();
  #count = 0;
  #unpacked: { page: Page; lines: readonly string[] } | null = null;

  get size(): number {
    return this.#latest.size;
  }

  copy(): KeptRecords {
    const copy = new KeptRecords();
    copy.#pages = [...this.#pages];
    copy.#latest = new Map(this.#latest);
    copy.#count = this.#count;
    return copy;
  }

  /** Adds the rows of a page, replacing earlier ones with the same ids; returns whether anything changed. */
  async add(rows: readonly ApiRow[]): Promise<boolean> {
    const lines: string[] = [];
    const table = tableOf(rows);
    const plan = planFor(table, null);
    if (plan === null) throw new Error("The columns of the API are of no known format.");
    const referral = (record: ImportedRecord) => {
      const line = JSON.stringify(encodeRecord(record));
      const key = record.terms.id ?? line;
      if (this.#lineOf(key, lines) === line) return;
      this.#latest.set(key, this.#count + lines.length);
      lines.push(line);
    };
    const sink = { referral, registration: () => {}, flush: () => {} };
    await importTable(table, plan, sink, { dateOrder: null, mapping: null, now: Date.now() });
    if (lines.length === 0) return false;
    this.#pages.push({ start: this.#count, packed: deflateRawSync(lines.join("\n"), LEVEL) });
    this.#count += lines.length;
    return true;
  }

  *[Symbol.iterator](): Generator<ImportedRecord> {
    for (const page of this.#pages) {
      for (const [place, line] of linesOf(page).entries()) {
        const record = decodeRecord(JSON.parse(line) as EncodedRecord);
        if (this.#latest.get(record.terms.id ?? line) === page.start + place) yield record;
      }
    }
  }

  /** The latest line of a referral; `coming` are those of the page that is being added. */
  #lineOf(key: string, coming: readonly string[]): string | undefined {
    const number = this.#latest.get(key);
    if (number === undefined) return undefined;
    if (number >= this.#count) return coming[number - this.#count];
    const page = this.#pages.findLast(({ start }) => start <= number);
    if (page === undefined) return undefined;
    if (this.#unpacked?.page !== page) this.#unpacked = { page, lines: linesOf(page) };
    return this.#unpacked.lines[number - page.start];
  }
}

function linesOf({ packed }: Page): string[] {
  return inflateRawSync(packed).toString("utf8").split("\n");
}

function tableOf(rows: readonly ApiRow[]): RawTable {
  return {
    name: "Referrals API",
    header: API_HEADER,
    rejected: { count: 0, lines: 0, byReason: {}, first: [] },
    notes: [],
    async *batches() {
      yield rows.map(({ cells }, place): RawRow => ({ line: place + 1, cells }));
    },
  };
}
