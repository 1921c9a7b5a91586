import { useMemo } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import { type DealField, dealFieldsOf } from "#referrals/deal-fields.ts";
import { useView } from "./view-context.tsx";

type Data = AppConfig["data"];

/** What is known of the files that the data comes from; null for any other source. */
export function sourceFactsOf(data: Data): SourceFacts | null {
  return data.kind === "file" ? data.facts : null;
}

/** As many records as Partner Center puts into one download; older ones are left out without a word. */
const MAX_DOWNLOADED = 5000;
const DOWNLOADS = new Set(["leads-insights", "cosell-insights", "cosell-opportunities", "registrations"]);

/** Downloads of Partner Center that are as long as one can be: probably cut. */
export function tablesAtLimit({ tables }: SourceFacts): SourceFacts["tables"] {
  return tables.filter(
    ({ format, rows, rejected }) => DOWNLOADS.has(format) && rows + rejected === MAX_DOWNLOADED,
  );
}

/** What the source does not tell, or not as it is; nothing for Partner Center's endpoint itself. */
export function sourceLimits(data: Data): SourceFacts["limits"] {
  return data.kind === "referrals-api" ? data.limits : (sourceFactsOf(data)?.limits ?? {});
}

/** The names of the fields that a source tells of some referral beside the sixteen. */
export function toldFields(data: Data): readonly string[] {
  if (data.kind === "referrals-api") return data.extras;
  return (sourceFactsOf(data)?.extras ?? []).filter(({ count }) => count > 0).map(({ field }) => field);
}

/** What the source tells of deals. */
export function useDealFields(): ReadonlySet<DealField> {
  const { data } = useView().config;
  return useMemo(() => dealFieldsOf(toldFields(data)), [data]);
}

/** Whether the data are made up. */
export function isSample(data: Data): boolean {
  return data.kind === "sample" || (data.kind === "referrals-api" && data.isSample);
}

/** Whether sentences speak of files, or of the Referrals API, as the source that does not tell something. */
export function sourceKind(data: Data): "api" | "files" {
  return data.kind === "referrals-api" ? "api" : "files";
}

/** Which of the fields the source does not tell; none for Partner Center's endpoint itself. */
export function absentFields(data: Data, fields: readonly Field[]): Field[] {
  const limits = sourceLimits(data);
  return fields.filter((field) => limits[field]?.state === "absent");
}

/** Which of the fields no file of this source tells. */
export function useAbsentFields(fields: readonly Field[]): Field[] {
  return absentFields(useView().config.data, fields);
}

/** Fields that the source does not tell of every record as they are: nothing is missed where they are empty. */
export function untoldFields(data: Data): ReadonlySet<Field> {
  return new Set(Object.keys(sourceLimits(data)) as Field[]);
}

/** Dates that tell what became of a referral where its status is not told. */
const OUTCOME_DATES = ["acceptedDate", "wonDate", "lostDate", "declinedDate", "expiredDate"] as const;

/** What is missing to tell what became of referrals: nothing where the status is told, or all dates that stand for it. */
export function missingForOutcomes(data: Data): Field[] {
  const fields: readonly Field[] = ["status", ...OUTCOME_DATES];
  const absent = absentFields(data, fields);
  return absent[0] === "status" && absent.length > 1 ? absent : [];
}

/**
 * How far open referrals can be judged by their age: not at all where outcomes or all creations are unknown; where some
 * are, "at least" so many are overdue, and "none" cannot be said.
 */
export function ageKnowledge(data: Data, undated: number): "known" | "at-least" | { missing: Field[] } {
  const missing = [...absentFields(data, ["createdDate"]), ...missingForOutcomes(data)];
  if (missing.length > 0) return { missing };
  const limits = sourceLimits(data);
  const isPartly = undated > 0 || limits.createdDate !== undefined || limits.status?.state === "partly";
  return isPartly ? "at-least" : "known";
}

/** What is missing to tell what became of the referrals of this view. */
export function useMissingForOutcomes(): Field[] {
  return missingForOutcomes(useView().config.data);
}

/** Columns of a table of markets that the files cannot fill, and the fields that these would need. */
export function useUntoldColumns(): { ids: ReadonlySet<string>; fields: Field[] } {
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

/** The instant (ms since 1970 UTC) before which a date is a slip. */
export function firstPlausible(data: Data): number {
  return sourceFactsOf(data)?.firstPlausible ?? FIRST_PLAUSIBLE;
}

/** "Now" for all figures: that of the files, else when the service answered. In ms since 1970 UTC. */
export function dataTimeOf(data: Data, answered: number): number {
  return sourceFactsOf(data)?.time.at ?? answered;
}
