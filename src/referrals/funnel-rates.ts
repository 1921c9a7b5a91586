import { countOfOutcome, type Funnel } from "./funnel.ts";
import { type Rate, rateOf } from "./rate.ts";

/** Accepted / Created. */
export function acceptanceRate(funnel: Funnel): Rate {
  return rateOf(funnel.accepted, funnel.created);
}

/** Won / Created. */
export function winRate(funnel: Funnel): Rate {
  return rateOf(funnel.won, funnel.created);
}

/** Won / (Won + Lost). */
export function closeRate(funnel: Funnel): Rate {
  return rateOf(funnel.won, funnel.won + countOfOutcome(funnel, "lost"));
}
