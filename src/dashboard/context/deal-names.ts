import type { I18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { type DealText, entriesOf } from "#referrals/deal-fields.ts";
import { GIVEN_USD } from "#referrals/deals.ts";

/** Values that this page has words for; all others are shown as they are. */
const NAMED = {
  "marketplace-lead": "deal.kind.marketplace-lead",
  "qualified-lead": "deal.kind.qualified-lead",
  "co-sell": "deal.kind.co-sell",
  "partner-led": "deal.kind.partner-led",
  private: "deal.kind.private",
  incoming: "deal.direction.incoming",
  outgoing: "deal.direction.outgoing",
} as const satisfies Record<string, MessageKey>;

/** A value in words: kinds and directions in the reader's language, percentages of stages, all entries of a list. */
export function dealTextName(field: DealText, text: string, { t, formats }: I18n): string {
  if (text === "") return t("deal.none");
  if ((field === "kind" || field === "direction") && Object.hasOwn(NAMED, text))
    return t(NAMED[text as keyof typeof NAMED]);
  if (field === "salesStage" && /^\d{1,3}$/.test(text)) return formats.percent(Number(text) / 100);
  return field === "solution" ? formats.list(entriesOf(text)) : text;
}

/** What amounts are in, for people. */
export function measureName(measure: string, { t }: I18n): string {
  if (measure === GIVEN_USD) return t("deal.measure.given");
  return measure === "" ? t("deal.measure.none") : measure;
}

/** A sum in its measure. */
export function measured(amount: number, measure: string, { formats }: I18n): string {
  return formats.money(amount, measure === GIVEN_USD ? "USD" : measure);
}
