import type { AppConfig } from "#config/app-config.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import type { Field } from "#partner-center/fields.ts";
import { useView } from "./view-context.tsx";

type Data = AppConfig["data"];

/** What is known of the files that the data comes from; null for any other source. */
export function sourceFactsOf(data: Data): SourceFacts | null {
  return data.kind === "file" ? data.facts : null;
}

/** Which of the fields no file tells; none for a live source. */
export function absentFields(data: Data, fields: readonly Field[]): Field[] {
  const limits = sourceFactsOf(data)?.limits ?? {};
  return fields.filter((field) => limits[field]?.state === "absent");
}

/** Which of the fields no file of this source tells. */
export function useAbsentFields(fields: readonly Field[]): Field[] {
  return absentFields(useView().config.data, fields);
}

/**
 * Whether all open referrals can be judged by their age: their status and their creation are known. Where some have no
 * created date, "none" cannot be said.
 */
export function canJudgeAges(data: Data, undated: number): boolean {
  const limits = sourceFactsOf(data)?.limits ?? {};
  return limits.createdDate === undefined && limits.status === undefined && undated === 0;
}

/** "Now" for all figures: that of the files, else when the service answered. In ms since 1970 UTC. */
export function dataTimeOf(data: Data, answered: number): number {
  return sourceFactsOf(data)?.time.at ?? answered;
}
