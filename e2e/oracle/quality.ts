import type { Referral } from "./csv.ts";
import { marketOf } from "./markets.ts";
import { has, outcomeOf } from "./outcome.ts";
import { instantOf } from "./times.ts";

const STEPS = "created acknowledged accepted declined skipped expired missed lost won archived".split(" ");
const CLOSING = ["won", "lost", "declined", "expired", "missed", "skipped"];
const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

function isNamed(code: string): boolean {
  return /^([A-Z]{2}|\d{3})$/.test(code) && names.of(code) !== code;
}

function isUnreadable(referral: Referral, step: string): boolean {
  const text = referral[`${step}Date`];
  return text !== null && text !== undefined && !text.startsWith("0001-01-01") && !has(referral, step);
}

const endOfDay = (at: number) => Math.ceil(at / 86_400_000) * 86_400_000;

/** A date that is missing is NaN, and so after nothing. */
function runsBackwards(referral: Referral): boolean {
  const at = (step: string) => instantOf(referral, step);
  return (
    STEPS.some((step) => at("created") > at(step)) ||
    at("acknowledged") > at("accepted") ||
    at("accepted") > at("won") ||
    at("accepted") > at("lost")
  );
}

function contradicts(referral: Referral): boolean {
  const outcome = outcomeOf(referral);
  const status = (referral.status ?? "").toLowerCase().replace(/[\s_-]/g, "");
  if (outcome === "Unrecognised status" || ["", "archived", "closed"].includes(status)) return false;
  const own = CLOSING.find((step) => step === outcome.toLowerCase());
  return (
    (own !== undefined && !has(referral, own)) || CLOSING.some((step) => step !== own && has(referral, step))
  );
}

/** What a referral has to be like to belong to each class of odd records of a list at a time of the data (ms UTC). */
export function qualityClasses(
  all: readonly Referral[],
  now: number,
): Record<string, (referral: Referral) => boolean> {
  const ids = new Map<string, number>();
  for (const { id } of all) if (id) ids.set(id, (ids.get(id) ?? 0) + 1);
  return {
    "no-created-date": (one) => !has(one, "created") && !isUnreadable(one, "created"),
    "unreadable-date": (one) => STEPS.some((step) => isUnreadable(one, step)),
    "implausible-date": (one) =>
      STEPS.some(
        (step) => instantOf(one, step) < Date.UTC(2010, 0, 1) || instantOf(one, step) > endOfDay(now),
      ),
    "backward-dates": runsBackwards,
    "status-against-dates": contradicts,
    "unrecognised-status": (one) => outcomeOf(one) === "Unrecognised status",
    "unnamed-market": (one) =>
      !isNamed(marketOf(one)) || !isNamed((one.partnerMarket ?? "").trim().toUpperCase()),
    "repeated-id": (one) => (ids.get(one.id ?? "") ?? 0) > 1,
  };
}
