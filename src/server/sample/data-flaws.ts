import type { Referral } from "#partner-center/fields.ts";

/** One referral in so many gets a flaw, each kind in turn. */
const EVERY = 600;

/** Flaws of real data, one for each data quality class. */
const DATA_FLAWS: readonly ((referral: Referral, before: Referral) => Referral)[] = [
  (referral) => ({ ...referral, createdDate: null }),
  (referral) => ({ ...referral, createdDate: "31/31/2024 soon" }),
  (referral) => ({ ...referral, acknowledgedDate: "2024-02-30T09:00:00" }),
  (referral) => ({ ...referral, acknowledgedDate: referral.createdDate, createdDate: referral.acceptedDate }),
  (referral) => ({ ...referral, acceptedDate: "2016-05-04T10:00:00" }),
  (referral) => ({ ...referral, status: "Won", wonDate: null }),
  (referral) => ({ ...referral, status: "New", lostDate: referral.createdDate }),
  (referral) => ({ ...referral, status: "In partner review" }),
  (referral) => ({ ...referral, customerMarket: null }),
  (referral) => ({ ...referral, customerMarket: "" }),
  (referral, before) => ({ ...referral, id: before.id }),
];

/** The referral at an index of the sample, sometimes with a flaw; `before` is the previous one. */
export function withFlaw(referral: Referral, before: Referral, place: number): Referral {
  if (place % EVERY !== EVERY / 2) return referral;
  const flaw = DATA_FLAWS[Math.floor(place / EVERY) % DATA_FLAWS.length];
  return flaw ? flaw(referral, before) : referral;
}
