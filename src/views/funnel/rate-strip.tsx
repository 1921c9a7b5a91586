import type { CSSProperties, ReactNode } from "react";
import type { Rate } from "#referrals/rate.ts";
import "./rate-strip.css";

export type RateStripProps = {
  rate: Rate;
  /** The overall rate, as reference mark. */
  of: Rate;
};

/** A rate from 0 to 100 % with its interval. */
export function RateStrip({ rate, of }: RateStripProps): ReactNode {
  return (
    <span className="strip" aria-hidden="true">
      {of.kind === "rate" && <span className="strip__of" style={at(of.value)} />}
      {rate.kind === "rate" && (
        <>
          <span
            className="strip__interval"
            style={{ ...at(rate.low), inlineSize: `${(rate.high - rate.low) * 100}%` }}
          />
          <span className="strip__value" style={at(rate.value)} />
        </>
      )}
    </span>
  );
}

function at(value: number): CSSProperties {
  return { insetInlineStart: `${value * 100}%` };
}
