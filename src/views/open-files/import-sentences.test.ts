import { describe, expect, it } from "vitest";
import { REJECT_REASONS, TABLE_NOTE_CODES, type TableNoteCode } from "#config/reading-codes.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import type { TableReport } from "#files/import/import-report.ts";
import { EVERYTHING_KNOWN } from "#files/records/capabilities.ts";
import { UNREADABLE_SENTENCES, type UnreadableFileCode } from "#files/unreadable-file.ts";
import { createI18n } from "#i18n/i18n.tsx";
import type { FilesReport } from "#local-files/file-store.ts";
import { FIELDS } from "#partner-center/fields.ts";
import { faultSentence, reportSentences } from "./report-sentences.ts";

const FILE = "leads 2026.csv";
const LINE = 4711;

/** The parameters of each note. */
const NOTE_PARAMS: Record<TableNoteCode, Record<string, string | number>> = {
  "encoding-assumed": { encoding: "windows-1252" },
  "title-lines": { count: 2 },
  "header-again": { count: 1, line: LINE },
  "columns-reordered": { line: LINE },
  "rows-of-amounts": { count: 2, line: LINE },
  "rows-without-id": { count: 1, line: LINE },
  "footer-lines": { count: 3, line: LINE },
  "total-rows": { count: 1, line: LINE },
  "column-twice": { column: "Status", count: 2 },
  "sheet-chosen": { others: "Notes" },
  "hidden-sheets": { sheets: "Old" },
  "uncalculated-formulas": { count: 2 },
  "file-left-out": { file: "readme.pdf", reason: "pdf" },
  "more-pages": {},
  "amounts-assumed": { column: "Value", text: "18.000", value: 18000 },
  "unreadable-amounts": { column: "Value", count: 2, text: "18k", line: LINE },
  "other-currency": { column: "Value", count: 1, text: "USD 5", line: LINE },
  "unreadable-dates": { column: "Created", count: 2, text: "soon", line: 0 },
};

const notes = TABLE_NOTE_CODES.map((code) => ({ code, params: NOTE_PARAMS[code] }));
const example = { text: "02/03/2026", at: Date.parse("2026-02-03") };
const dates: TableReport["dates"] = (
  ["values", "setting", "other-columns", "format", "unknown"] as const
).flatMap((origin) =>
  (["day-first", "month-first"] as const).map((order) => ({
    column: "Created",
    ...{ forms: [], order, origin, example, isDayOnly: origin === "format" },
  })),
);
const table: TableReport = {
  ...{ name: FILE, format: "leads-insights", scores: [], unknownColumns: ["Score"], columns: {}, rows: 5000 },
  ...{ rejected: { count: 0, byReason: {}, first: [] }, dates, notes, capabilities: EVERYTHING_KNOWN },
};
const limits = Object.fromEntries(
  FIELDS.map((field, at) => {
    const state = (["absent", "approximate", "partly"] as const)[at % 3] ?? "absent";
    return [field, { state, reason: "no-column" as const }];
  }),
);
const facts: SourceFacts = {
  ...{
    time: { at: example.at, origin: "newest-date" },
    loaded: 5000,
    rejected: 0,
    unreadable: 3,
    undated: 1,
  },
  ...{
    maxLostShare: 0.05,
    firstPlausible: 0,
    limits,
    dayOnly: ["createdDate"],
    extras: [],
    closedAsError: 2,
  },
  tables: [
    {
      ...{ name: FILE, format: "leads-insights", rows: 5000, rejected: 0, lost: [], openDates: [] },
      notes,
      unknownColumns: ["Score"],
    },
  ],
  contradictions: {
    count: 1,
    byField: { status: 1 },
    listed: [{ id: "R-1", fields: ["status", "wonDate"] }],
  },
  joined: { referrals: 2, records: 4 },
  unmatchedRegistrations: 4,
  implausible: { count: 1, example: Date.parse("2062-11-12") },
};
const report: FilesReport = {
  ...{ tables: [table], unknown: [], faults: [], facts, problem: null },
  twice: [{ file: "copy.csv", same: FILE }],
  strangeMarkets: Array.from({ length: 14 }, (_, at) => ({ text: `Nowhere ${at}`, count: 1 })),
  isNewer: false,
};

describe.each(["en", "de", "zh-Hant"])("what is said of files in %s", async (language) => {
  const i18n = createI18n([language]);
  await Promise.all([i18n.loadShell(), i18n.loadViews(), i18n.loadFiles()]);

  /** A complete sentence: no key and no gap. */
  function expectWhole(sentence: string): void {
    expect(sentence).not.toMatch(/[{}]|undefined|NaN|^(source|files|field)\.|\bsource\./);
    expect(sentence.length).toBeGreaterThan(2);
  }

  it.each(Object.keys(UNREADABLE_SENTENCES) as UnreadableFileCode[])("why not: %s", (code) => {
    const names = [...UNREADABLE_SENTENCES[code].matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    const params = { ...Object.fromEntries(names.map((name) => [name, LINE])), file: FILE };
    const sentence = faultSentence({ code, params }, i18n);
    expectWhole(sentence);
    expect(sentence).toContain(FILE);
  });

  it.each(REJECT_REASONS)("why a row is none: %s", (reason) => {
    expectWhole(i18n.t(`source.reason.${reason}`));
  });

  it("what was found, done and left out", () => {
    const sentences = reportSentences(report, i18n);
    for (const sentence of sentences) expectWhole(sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
    const all = sentences.join("\n");
    for (const value of [
      "readme.pdf",
      "windows-1252",
      "Notes",
      "Old",
      "Score",
      "R-1",
      "copy.csv",
      "Nowhere 0",
      "2062",
    ])
      expect(all).toContain(value);
    // The file that was left out is named, not the one that stands first in the archive.
    expect(sentences.filter((one) => one.includes("readme.pdf") && one.includes(FILE))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(TABLE_NOTE_CODES.length + dates.length - 2);
  });

  it("one referral in several rows is singular, where the language has it", () => {
    const joinedOf = (referrals: number) =>
      reportSentences({ ...report, facts: { ...facts, joined: { referrals, records: 7 } } }, i18n).find(
        (one) => /7 (rows|Zeilen|列)/.test(one),
      );
    const wordOf = (referrals: number) =>
      /(referrals?|Empfehlung(en)?|轉介)/.exec(joinedOf(referrals) ?? "")?.[0];
    const words = {
      en: ["referral", "referrals"],
      de: ["Empfehlung", "Empfehlungen"],
      "zh-Hant": ["轉介", "轉介"],
    };
    expect([wordOf(1), wordOf(3)]).toEqual(words[language as keyof typeof words]);
  });
});
