import { FIELDS } from "#partner-center/fields.ts";
import type { Format } from "./format.ts";

/** The sixteen fields of Partner Center's referrals analytics, as this dashboard exports them too. */
export const ENDPOINT_FORMAT: Format = {
  id: "endpoint",
  columns: FIELDS.map((field) => ({ name: field, field })),
  rules: [],
  isReferrals: true,
  // It sends ISO dates; others come from a program in between, whose order nobody knows.
  dateOrder: null,
  least: 1,
};
