import { NO_MARKET } from "./market.ts";

/** Customer and partner market are the same, differ, or at least one is missing. */
export const ROUTES = ["domestic", "cross-border", "unknown"] as const;
export type Route = (typeof ROUTES)[number];

/** The route between two market codes as of `marketCode`. */
export function routeOf(customerMarket: string, partnerMarket: string): Route {
  if (customerMarket === NO_MARKET || partnerMarket === NO_MARKET) return "unknown";
  return customerMarket === partnerMarket ? "domestic" : "cross-border";
}
