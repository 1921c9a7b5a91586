import { ANONYMISED_EN } from "./anonymised.ts";
import { COMMON_EN } from "./common.ts";
import { DATA_EN } from "./data.ts";
import { DEFINITIONS_EN } from "./definitions.ts";
import { EXPORTS_EN } from "./exports.ts";
import { FUNNEL_EN } from "./funnel.ts";
import { HELP_EN } from "./help.ts";
import { MARKETS_EN } from "./markets.ts";
import { OUTLOOK_EN } from "./outlook.ts";
import { OVERVIEW_EN } from "./overview.ts";
import { QUALITY_EN } from "./quality.ts";
import { READING_EN } from "./reading.ts";
import { REFERRALS_EN } from "./referrals.ts";
import { SOURCE_EN } from "./source.ts";
import { TIMES_EN } from "./times.ts";
import { TOOLS_EN } from "./tools.ts";
import { TRENDS_EN } from "./trends.ts";
import { WHY_EN } from "./why.ts";

/** Texts needed after sign-in; loaded with the first view. */
export const VIEWS_EN = {
  ...COMMON_EN,
  ...DEFINITIONS_EN,
  ...OVERVIEW_EN,
  ...FUNNEL_EN,
  ...TRENDS_EN,
  ...MARKETS_EN,
  ...TIMES_EN,
  ...REFERRALS_EN,
  ...QUALITY_EN,
  ...SOURCE_EN,
  ...READING_EN,
  ...TOOLS_EN,
  ...DATA_EN,
  ...EXPORTS_EN,
  ...HELP_EN,
  ...ANONYMISED_EN,
  ...WHY_EN,
  ...OUTLOOK_EN,
} as const;
