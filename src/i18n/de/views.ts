import type { VIEWS_EN } from "../en/views.ts";
import { ANONYMISED_DE } from "./anonymised.ts";
import { COMMON_DE } from "./common.ts";
import { DATA_DE } from "./data.ts";
import { DEFINITIONS_DE } from "./definitions.ts";
import { EXPORTS_DE } from "./exports.ts";
import { FUNNEL_DE } from "./funnel.ts";
import { HELP_DE } from "./help.ts";
import { MARKETS_DE } from "./markets.ts";
import { OUTLOOK_DE } from "./outlook.ts";
import { OVERVIEW_DE } from "./overview.ts";
import { QUALITY_DE } from "./quality.ts";
import { READING_DE } from "./reading.ts";
import { REFERRALS_DE } from "./referrals.ts";
import { SOURCE_DE } from "./source.ts";
import { TIMES_DE } from "./times.ts";
import { TOOLS_DE } from "./tools.ts";
import { TRENDS_DE } from "./trends.ts";
import { WHY_DE } from "./why.ts";

export const VIEWS_DE = {
  ...COMMON_DE,
  ...DEFINITIONS_DE,
  ...OVERVIEW_DE,
  ...FUNNEL_DE,
  ...TRENDS_DE,
  ...MARKETS_DE,
  ...TIMES_DE,
  ...REFERRALS_DE,
  ...QUALITY_DE,
  ...SOURCE_DE,
  ...READING_DE,
  ...TOOLS_DE,
  ...DATA_DE,
  ...EXPORTS_DE,
  ...HELP_DE,
  ...ANONYMISED_DE,
  ...WHY_DE,
  ...OUTLOOK_DE,
} as const satisfies Record<keyof typeof VIEWS_EN, string>;
