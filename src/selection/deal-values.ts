import { DEAL_TEXTS, type DealText } from "#referrals/deal-fields.ts";
import type { Parameter } from "./parameter.ts";
import { printTexts, readTexts } from "./parameters.ts";

/** Any of these values of what a source tells beside the sixteen fields; "" is none. */
export type DealValues = Partial<Readonly<Record<DealText, readonly string[]>>>;

/** Such values in the address: `deal=kind~co-sell`. */
export const DEAL_VALUES: Parameter<DealValues> = {
  name: "deal",
  fallback: {},
  parse: readDealValues,
  print: (values) => printDealValues(values) || null,
};

/** `kind~co-sell,private~currency~EUR` */
export function readDealValues(text: string): DealValues | null {
  const parts = text.split("~");
  const values: Partial<Record<DealText, readonly string[]>> = {};
  for (let at = 0; at < parts.length; at += 2) {
    const field = DEAL_TEXTS.find((one) => one === parts[at]);
    const wanted = readTexts(parts[at + 1] ?? "", (one) => one);
    if (field === undefined || wanted === null) return null;
    values[field] = wanted;
  }
  return values;
}

export function printDealValues(values: DealValues): string {
  return DEAL_TEXTS.flatMap((field) =>
    values[field]?.length ? [field, printTexts(values[field])] : [],
  ).join("~");
}
