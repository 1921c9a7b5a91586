import { expect } from "vitest";
import { DATE_FIELDS, FIELDS, type Referral } from "../../src/partner-center/fields.ts";
import { readInstant } from "../../src/partner-center/instant.ts";
import type { AnalyticsQuery } from "../../src/partner-center/query.ts";
import { OverloadError } from "../../src/server/store/overload.ts";
import { fetchRows, type QueryStore, textOf } from "../../src/server/store/store.ts";
import { queryNaively } from "../../src/server/store/testing/naive-store.ts";

export const page = { top: 10_000, skip: 0 };
export const grouped: AnalyticsQuery = {
  kind: "grouped",
  query: { filter: null, groupBy: ["status", "createdDate"], level: "month" },
  page,
};
export const listed: AnalyticsQuery = { kind: "records", query: { filter: null }, page };
export const many = Array.from({ length: 60 }, (_, n): Referral => {
  const blank = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
  const createdDate = new Date(Date.UTC(2024, n % 7, 1 + n)).toISOString();
  return { ...blank, id: `r${n}`, status: `status ${n % 5}`, createdDate };
});

/** As the database can hold it: unreadable dates are absent. */
export function stored(record: Referral): Record<string, string | number | null> {
  const dates = DATE_FIELDS.map((field) => {
    const reading = readInstant(record[field]);
    return [field, reading.kind === "instant" ? reading.at : null];
  });
  return { ...record, ...Object.fromEntries(dates) };
}

export function readable(record: Referral): Referral {
  const dates = DATE_FIELDS.map((field) => [
    field,
    readInstant(record[field]).kind === "instant" ? record[field] : null,
  ]);
  return { ...record, ...Object.fromEntries(dates) };
}

/** Throws unless the store's result is that of a naive count. */
export async function expectNaive(
  store: QueryStore,
  referrals: readonly Referral[],
  query: AnalyticsQuery,
): Promise<void> {
  const { rows, totalCount } = await fetchRows(store, query);
  const naive = queryNaively(sortedFully(referrals), query);
  expect({ rows: JSON.parse(textOf("[", { rows }, "]").toString()), totalCount }).toEqual(naive);
}

/** Which of two questions about all referrals were answered, rightly then; others must be refused in words. */
export function areRight(store: QueryStore, referrals: readonly Referral[]): Promise<boolean[]> {
  const isRight = async (query: AnalyticsQuery) => {
    try {
      await expectNaive(store, referrals, query);
      return true;
    } catch (error) {
      if (error instanceof OverloadError) return false;
      throw error;
    }
  };
  return Promise.all([grouped, listed].map(isRight));
}

/** Equal ids and dates stand in the order of all other fields, as the statement sorts. */
export function sortedFully(referrals: readonly Referral[]): Referral[] {
  const key = (record: Referral) =>
    FIELDS.map((field) =>
      (DATE_FIELDS as readonly string[]).includes(field) ? instantKey(record[field]) : textKey(record[field]),
    );
  return referrals.toSorted((a, b) => compare(key(a), key(b)));
}

function instantKey(text: string | null): Buffer {
  const reading = readInstant(text);
  if (reading.kind !== "instant") return Buffer.from([1]);
  const bytes = Buffer.alloc(9);
  bytes.writeBigUInt64BE(BigInt(reading.at) + 2n ** 62n, 1);
  return bytes;
}

function textKey(text: string | null): Buffer {
  return text === null ? Buffer.from([1]) : Buffer.concat([Buffer.from([0]), Buffer.from(text)]);
}

function compare(a: readonly Buffer[], b: readonly Buffer[]): number {
  const place = a.findIndex((key, index) => !key.equals(b[index] as Buffer));
  return place === -1 ? 0 : Buffer.compare(a[place] as Buffer, b[place] as Buffer);
}

/** DateTime64 begins in 1900 and ends in 2299. */
export function representable(record: Referral): Referral {
  const { id, ...values } = stored(record);
  const isOutside = (at: unknown) =>
    at !== null && (Number(at) < Date.UTC(1900) || Number(at) >= Date.UTC(2262));
  return Object.fromEntries(
    Object.entries({ id, ...values }).map(([field, value]) => [
      field,
      (DATE_FIELDS as readonly string[]).includes(field) && isOutside(value)
        ? null
        : record[field as keyof Referral],
    ]),
  ) as Referral;
}

/** With dates as the engine reads them whatever the column's zone. */
export function dated(record: Referral): Record<string, string | number | null> {
  const values = stored(record);
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      (DATE_FIELDS as readonly string[]).includes(field) && typeof value === "number"
        ? new Date(value).toISOString()
        : value,
    ]),
  );
}
