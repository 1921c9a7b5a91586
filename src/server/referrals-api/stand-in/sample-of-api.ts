import { sampleReferrals } from "../../sample/sample-referrals.ts";
import { type ApiReferral, apiReferral } from "./api-referral.ts";

/** The sample as of an instant (ms UTC), in the API's format. */
export function* sampleOfApi(now: number): Generator<ApiReferral> {
  let place = 0;
  for (const referral of sampleReferrals(now)) {
    const found = apiReferral(referral, place);
    place += 1;
    if (found) yield found;
  }
}
