import type { Referral } from "./oracle/csv.ts";

type Answer = { Value: Referral[]; "@nextLink": string | null };

/** All records of a server as its endpoint gives them: input for a count that is made elsewhere. */
export async function readRecords(url: string): Promise<Referral[]> {
  const referrals: Referral[] = [];
  let link: string | null = "/partner/v1/analytics/referrals";
  while (link) {
    const page = (await (await fetch(url + link)).json()) as Answer;
    referrals.push(...page.Value);
    link = page["@nextLink"];
  }
  return referrals;
}
