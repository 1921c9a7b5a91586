import { RULE_TEXTS } from "../records/extra-fields.ts";
import { countryCode } from "../values/country.ts";
import { takeApart } from "../values/date-text.ts";
import { crmStatus, endDateOf, plainStatus } from "../values/status.ts";
import type { Target } from "./format.ts";
import type { Mapping } from "./mapping.ts";
import { recognise } from "./recognise.ts";

/** A column with sample values, none empty. */
export type SampleColumn = { name: string; values: readonly string[] };

/** A suggested field: by a known name, or by name and contents. */
export type Suggestion = { column: string; field: Target; reason: "name" | "contents"; example: string };

export type SuggestedMapping = {
  mapping: Mapping;
  suggestions: readonly Suggestion[];
  /** Required fields without a matching column. */
  missing: readonly Target[];
  /** Values of the status column that are no known status. */
  unknownStatuses: readonly string[];
};

type Guess = { field: Target; name: RegExp; fits: (values: readonly string[]) => boolean };

const NEEDED: readonly Target[] = ["id", "status", "createdDate", "customerMarket", "customerName"];
/** Minimum share of values with the expected form. */
const MIN_SHARE = 0.9;

/** Words in names (English, German), with the expected form of values; the first match is used. */
const GUESSES: readonly Guess[] = [
  {
    field: "id",
    name: /\b(id|key|number|reference|guid|ticket)\b|nummer\b|\b(no|nr)\.?$|vorgang|kennung|schlüssel|aktenzeichen|編號|编号|案號|案号|單號|单号|識別碼/i,
    fits: isDistinct,
  },
  {
    field: "createdDate",
    name: /creat|opened|start|received|registered|erstell|angelegt|anlage|eröffnet|erfasst|eingang|beginn|建立|創建|创建|開始|开始|收到/i,
    fits: areDates,
  },
  { field: "wonDate", name: /\bwon\b|gewonnen|gewinn|成交|贏|赢/i, fits: areDates },
  { field: "lostDate", name: /lost|verloren|verlust|未成交|丟單|丢单|輸|输/i, fits: areDates },
  { field: "declinedDate", name: /declin|reject|abgelehnt|ablehnung|拒絕|拒绝/i, fits: areDates },
  { field: "acceptedDate", name: /accept|angenommen|annahme|übernommen|接受/i, fits: areDates },
  {
    field: "expectedCloseDate",
    name: /expected|estimated|forecast|geplant|voraussichtlich|erwartet|預計|预计|預期|预期/i,
    fits: areDates,
  },
  {
    field: "closedDate",
    name: /clos|\bend|finish|resolved|abschluss|abgeschlossen|geschlossen|beendet|\bende|erledigt|結案|结案|關閉|关闭|結束|结束|完成/i,
    fits: areDates,
  },
  {
    field: "updatedDate",
    name: /updat|modif|chang|geändert|änderung|aktualisiert|bearbeitet|更新|修改/i,
    fits: areDates,
  },
  {
    field: "status",
    name: /status|stage|state|phase|outcome|result|zustand|stadium|ergebnis|stufe|stand\b|狀態|状态|階段|阶段|結果|结果/i,
    fits: areStatuses,
  },
  {
    field: "customerMarket",
    name: /country|market|region|\bland|länder|markt|staat|國|国|地區|地区|市場|市场/i,
    fits: areCountries,
  },
  {
    field: "customerName",
    name: /customer|account|company|organi[sz]ation|client|kunde|firma|unternehmen|interessent|auftraggeber|客戶|客户|公司|企業|企业/i,
    fits: isFilled,
  },
  {
    field: "currency",
    name: /currency|währung|貨幣|货币|幣別|币别|幣種|币种/i,
    fits: (values) => share(values, (text) => /^[A-Z]{3}$/.test(text)),
  },
  {
    field: "dealValue",
    name: /value|amount|revenue|price|umsatz|wert|betrag|volumen|summe|金額|金额|價值|价值|營收|营收/i,
    fits: areNumbers,
  },
];

/** Suggests a mapping for the columns of a table, by the names of CRM programs, and by name and contents together. */
export function suggestMapping(columns: readonly SampleColumn[]): SuggestedMapping {
  const byName = namedColumns(columns);
  const taken = new Set<Target>(byName.map(({ field }) => field));
  const rest = columns.filter(({ name }) => !byName.some(({ column }) => column === name));
  const guessed = GUESSES.filter(({ field }) => !taken.has(field)).flatMap((guess) => {
    const place = rest.findIndex(({ name, values }) => guess.name.test(spaced(name)) && guess.fits(values));
    const [column] = place < 0 ? [] : rest.splice(place, 1);
    return column ? [suggestionOf(column, guess.field, "contents")] : [];
  });
  const suggestions = [...byName, ...guessed];
  const found = new Set(suggestions.map(({ field }) => field));
  const unknownStatuses = strangeStatuses(columns, suggestions);
  const statuses = Object.fromEntries(unknownStatuses.map((word) => [word, word]));
  const mapped = Object.fromEntries(suggestions.map(({ column, field }) => [column, field]));
  return {
    mapping: { columns: mapped as Mapping["columns"], statuses },
    suggestions,
    missing: NEEDED.filter((field) => !found.has(field) && !(field === "status" && found.has("mainStatus"))),
    unknownStatuses,
  };
}

/** "OpportunityNo" as "Opportunity No". */
function spaced(name: string): string {
  return name.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " ");
}

function namedColumns(columns: readonly SampleColumn[]): Suggestion[] {
  const { columns: found } = recognise(columns.map(({ name }) => name));
  return [...found].flatMap(([place, field]) => {
    const column = columns[place];
    return column && isMappable(field) ? [suggestionOf(column, field, "name")] : [];
  });
}

/** Fields used only by the rules of Partner Center's own formats cannot be mapped. */
function isMappable(field: Target): boolean {
  return field === "mainStatus" || !(RULE_TEXTS as readonly Target[]).includes(field);
}

function suggestionOf(
  { name, values }: SampleColumn,
  field: Target,
  reason: Suggestion["reason"],
): Suggestion {
  return { column: name, field, reason, example: values[0] ?? "" };
}

function strangeStatuses(columns: readonly SampleColumn[], suggestions: readonly Suggestion[]): string[] {
  const names = suggestions.filter(({ field }) => field === "status").map(({ column }) => column);
  return strangeWords(columns.filter(({ name }) => names.includes(name)).flatMap(({ values }) => values));
}

/** The values that are no known status. */
export function strangeWords(values: readonly string[]): string[] {
  return [...new Set(values)].filter((word) => !isStatus(word)).slice(0, 50);
}

const OPEN_STATUSES = new Set(
  "accepted active negotiating acknowledged evaluating new pending received archived closed error".split(" "),
);

function isStatus(word: string): boolean {
  return (
    OPEN_STATUSES.has(plainStatus(word)) || endDateOf(crmStatus(word)) !== null || crmStatus(word) !== word
  );
}

function share(values: readonly string[], fits: (text: string) => boolean): boolean {
  return values.length > 0 && values.filter(fits).length >= values.length * MIN_SHARE;
}

function areDates(values: readonly string[]): boolean {
  return share(values, (text) => takeApart(text) !== null);
}

function areStatuses(values: readonly string[]): boolean {
  return new Set(values).size <= Math.max(30, values.length / 4) && values.some(isStatus);
}

function areCountries(values: readonly string[]): boolean {
  return share(values, (text) => countryCode(text) !== null);
}

function areNumbers(values: readonly string[]): boolean {
  return share(values, (text) => /\d/.test(text) && !/\p{L}{4}/u.test(text));
}

function isDistinct(values: readonly string[]): boolean {
  return values.length > 0 && new Set(values).size === values.length;
}

function isFilled(values: readonly string[]): boolean {
  return values.length > 0 && share(values, (text) => !/^[\d.,]+$/.test(text));
}
