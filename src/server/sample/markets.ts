import { type Random, weighted } from "./random.ts";

/** Forty markets; each gets a seventh fewer referrals than the previous one. */
const MARKETS =
  "US GB DE FR CA AU NL IN JP BR ES IT SE CH BE MX NO DK PL AT IE ZA SG NZ FI PT CZ AE KR TR IL RO HU GR CO CL SA TH EG KE".split(
    " ",
  );
const marketOf = weighted(MARKETS.map((market, rank) => [market, 0.86 ** rank + 0.01] as const));
const HUBS = ["US", "GB", "DE", "SG", "AE"] as const;

/** A factor for acceptance and wins in a market, 0.8 to 1.2, derived from its code. */
export function marketFactor(market: string): number {
  const mixed = (market.charCodeAt(0) * 31 + market.charCodeAt(1) * 17) % 41;
  return 0.8 + mixed / 100;
}

export type Markets = { customer: string; partner: string };

/** Markets of a customer and its partner, mostly the same. A few codes are lower case or no country. */
export function pickMarkets(random: Random): Markets {
  const market = marketOf(random.unit());
  const customer = random.chance(0.0008) ? "XK" : market;
  const partner = random.chance(0.85) ? customer : random.one(HUBS);
  return { customer: random.chance(0.0006) ? customer.toLowerCase() : customer, partner };
}
