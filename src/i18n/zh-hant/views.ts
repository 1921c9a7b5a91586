import type { VIEWS_EN } from "../en/views.ts";
import { ANONYMISED_ZH } from "./anonymised.ts";
import { COMMON_ZH } from "./common.ts";
import { DATA_ZH } from "./data.ts";
import { DEFINITIONS_ZH } from "./definitions.ts";
import { EXPORTS_ZH } from "./exports.ts";
import { FUNNEL_ZH } from "./funnel.ts";
import { HELP_ZH } from "./help.ts";
import { MARKETS_ZH } from "./markets.ts";
import { OUTLOOK_ZH } from "./outlook.ts";
import { OVERVIEW_ZH } from "./overview.ts";
import { QUALITY_ZH } from "./quality.ts";
import { READING_ZH } from "./reading.ts";
import { REFERRALS_ZH } from "./referrals.ts";
import { SOURCE_ZH } from "./source.ts";
import { TIMES_ZH } from "./times.ts";
import { TOOLS_ZH } from "./tools.ts";
import { TRENDS_ZH } from "./trends.ts";
import { WHY_ZH } from "./why.ts";

export const VIEWS_ZH = {
  ...COMMON_ZH,
  ...DEFINITIONS_ZH,
  ...OVERVIEW_ZH,
  ...FUNNEL_ZH,
  ...TRENDS_ZH,
  ...MARKETS_ZH,
  ...TIMES_ZH,
  ...REFERRALS_ZH,
  ...QUALITY_ZH,
  ...SOURCE_ZH,
  ...READING_ZH,
  ...TOOLS_ZH,
  ...DATA_ZH,
  ...EXPORTS_ZH,
  ...HELP_ZH,
  ...ANONYMISED_ZH,
  ...WHY_ZH,
  ...OUTLOOK_ZH,
} as const satisfies Record<keyof typeof VIEWS_EN, string>;
