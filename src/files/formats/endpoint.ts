import { FIELDS } from "#partner-center/fields.ts";
import type { Format } from "./format.ts";

/** The sixteen fields of Partner Center's referrals analytics, which this dashboard exports, too. */
export const ENDPOINT_FORMAT: Format = {
  id: "endpoint",
  columns: FIELDS.map((field) => ({ name: field, field })),
  rules: [],
  isReferrals: true,
  // The endpoint sends ISO dates; others come from a program in between, with unknown order.
  dateOrder: null,
  least: 1,
};
