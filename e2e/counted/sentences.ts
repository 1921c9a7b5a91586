import type { Referral } from "../oracle/csv.ts";
import { countFunnel } from "../oracle/funnel.ts";
import { countMarkets, marketOf } from "../oracle/markets.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { percentOf, shareOf } from "../oracle/rates.ts";
import { isDomestic } from "../oracle/routing.ts";

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const count = (value: number) => value.toLocaleString("en-US");

/** What the Funnel says of its selection. */
export function flowSentence(selected: readonly Referral[]): string {
  const { Created, Accepted, Won } = countFunnel(selected).stages;
  const open = selected.filter((one) => outcomeOf(one).startsWith("Open")).length;
  const [accepted, won, left] = [Accepted, Won, open].map((part) => percentOf(part / Created));
  const referrals = Created === 1 ? "1 referral" : `${count(Created)} referrals`;
  return `Of ${referrals}, ${accepted} were accepted and ${won} won; ${left} are still open.`;
}

/** How many referrals stay in their market. */
export function routingSentence(selected: readonly Referral[]): string {
  const domestic = selected.filter(isDomestic).length;
  const share = percentOf(domestic / selected.length);
  return `${count(domestic)} of ${count(selected.length)} referrals (${share}) stay in their market; ${count(selected.length - domestic)} go`;
}

/** Which market accepts most and which least, of those that are large enough; "" where no two of them differ. */
export function rankedSentence(selected: readonly Referral[]): string {
  const rated = countMarkets(selected)
    .filter(({ referrals }) => referrals >= 30)
    .map(({ code }) => {
      const { part, base } = shareOf(
        selected.filter((one) => marketOf(one) === code),
        "acceptance",
      );
      return { name: code === "" ? "No market" : names.of(code), rate: part / base };
    })
    .sort((a, b) => b.rate - a.rate);
  const [best, worst] = [rated[0], rated.at(-1)];
  if (!best || !worst || best.rate === worst.rate) return "";
  return `Highest acceptance rate: ${best.name} (${percentOf(best.rate)}). Lowest: ${worst.name} (${percentOf(worst.rate)}).`;
}
