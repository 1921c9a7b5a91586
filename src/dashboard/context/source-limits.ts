import { useMemo } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { ExtraFilter } from "#config/extra-filter.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import {
  DEAL_SOURCES,
  DEAL_TEXTS,
  type DealField,
  type DealText,
  dealFieldsOf,
} from "#referrals/deal-fields.ts";
import { missingOutcomeFields } from "#referrals/outcome.ts";
import type { DealValues } from "#selection/deal-values.ts";
import { useView } from "./view-context.tsx";

type Data = AppConfig["data"];

/** Facts about the files that the data comes from; null for other sources. */
export function sourceFactsOf(data: Data): SourceFacts | null {
  return data.kind === "file" ? data.facts : null;
}

/** Fields that the source lacks, or does not provide exactly; empty for Partner Center's endpoint. */
export function sourceLimits(data: Data): SourceFacts["limits"] {
  return data.kind === "referrals-api" ? data.limits : (sourceFactsOf(data)?.limits ?? {});
}

/** Names of the additional fields that some referral of the source has. */
export function extraFieldsOf(data: Data): readonly string[] {
  if (data.kind === "referrals-api") return data.extras;
  return (sourceFactsOf(data)?.extras ?? []).filter(({ count }) => count > 0).map(({ field }) => field);
}

const API_CHOICES: Partial<Record<DealText, readonly string[]>> = {
  kind: ["marketplace-lead", "qualified-lead", "co-sell", "partner-led", "private"],
  direction: ["incoming", "outgoing"],
};

/** Filters of the page as the source is asked for them. */
export function extraFilterOf(values: DealValues): ExtraFilter {
  return DEAL_TEXTS.flatMap((field) => {
    const wanted = values[field] ?? [];
    return wanted.length === 0 ? [] : { fields: DEAL_SOURCES[field], values: wanted };
  });
}

/** The values that a reader can choose from, with how many referrals of the source have each; null for no choice. */
export function dealChoices(
  data: Data,
  field: DealText,
): readonly { value: string; count: number | null }[] | null {
  // What each person reads differs: only the values of kinds and directions are known beforehand.
  if (data.kind === "referrals-api")
    return API_CHOICES[field]?.map((value) => ({ value, count: null })) ?? null;
  const counts = new Map<string, number>();
  const extras = sourceFactsOf(data)?.extras ?? [];
  const found = extras.filter((extra) => DEAL_SOURCES[field].includes(extra.field));
  for (const { value, count } of found.flatMap(({ values = [] }) => values)) {
    const name = field === "currency" ? value.toUpperCase() : value;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts.size === 0 ? null : Array.from(counts, ([value, count]) => ({ value, count }));
}

export function useDealFields(): ReadonlySet<DealField> {
  const { data } = useView().config;
  return useMemo(() => dealFieldsOf(extraFieldsOf(data)), [data]);
}

export function isSample(data: Data): boolean {
  return data.kind === "sample" || (data.kind === "referrals-api" && data.isSample);
}

/** Whether to blame files or the Referrals API for missing fields. */
export function sourceKind(data: Data): "api" | "table" | "files" {
  if (data.kind === "referrals-api") return "api";
  return data.kind === "file" && data.isTable ? "table" : "files";
}

/** The fields missing in the source; none for Partner Center's endpoint. */
export function absentFields(data: Data, fields: readonly Field[]): Field[] {
  const limits = sourceLimits(data);
  return fields.filter((field) => limits[field]?.state === "absent");
}

/** The fields missing in the current source. */
export function useAbsentFields(fields: readonly Field[]): Field[] {
  return absentFields(useView().config.data, fields);
}

/** Fields that the source does not provide for every record: empty values are no quality problem. */
export function absentSourceFields(data: Data): ReadonlySet<Field> {
  return new Set(Object.keys(sourceLimits(data)) as Field[]);
}

/** Fields missing to derive outcomes: none if the status is provided, or all dates that replace it. */
export function missingForOutcomes(data: Data): Field[] {
  return missingOutcomeFields((field) => absentFields(data, [field]).length > 0);
}

/**
 * How well the age of open referrals is known: not at all without outcomes or any created date; with some undated ones,
 * overdue counts are lower bounds.
 */
export function ageKnowledge(data: Data, undated: number): "known" | "at-least" | { missing: Field[] } {
  const missing = [...absentFields(data, ["createdDate"]), ...missingForOutcomes(data)];
  if (missing.length > 0) return { missing };
  const limits = sourceLimits(data);
  const isPartly = undated > 0 || limits.createdDate !== undefined || limits.status?.state === "partly";
  return isPartly ? "at-least" : "known";
}

/** Fields missing to derive outcomes in this view. */
export function useMissingForOutcomes(): Field[] {
  return missingForOutcomes(useView().config.data);
}

/** Columns of the markets tables that the source cannot fill, and the fields they need. */
export function useAbsentColumns(): { ids: ReadonlySet<string>; fields: Field[] } {
  const { config, viewData } = useView();
  const outcomes = missingForOutcomes(config.data);
  const known = ageKnowledge(config.data, viewData.dataset.undated);
  const accepted = absentFields(config.data, ["acceptedDate"]);
  const ids = [
    ...(outcomes.length > 0 ? ["acceptance", "win", "close", "open"] : []),
    ...(typeof known === "object" ? ["overdue"] : []),
    ...(accepted.length > 0 ? ["days"] : []),
  ];
  const ages = typeof known === "object" ? known.missing : [];
  return { ids: new Set(ids), fields: [...new Set([...outcomes, ...ages, ...accepted])] };
}

/** The instant (ms since 1970 UTC) before which a date is a typing error. */
export function firstPlausible(data: Data): number {
  return sourceFactsOf(data)?.firstPlausible ?? FIRST_PLAUSIBLE;
}

/** "Now" for all figures: from the files, else the time of the response. In ms since 1970 UTC. */
export function dataTimeOf(data: Data, answered: number): number {
  return sourceFactsOf(data)?.time.at ?? answered;
}
