import type { ReactNode } from "react";

export type SparklineProps = { values: readonly number[]; colour: string };

const WIDTH = 96;
const HEIGHT = 20;

/** A small trend beside a figure, scaled from 0 to its own maximum; shows a shape, not values. */
export function Sparkline({ values, colour }: SparklineProps): ReactNode {
  const highest = Math.max(1, ...values);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const points = values.map((value, at) => {
    const y = HEIGHT - 1.5 - (value / highest) * (HEIGHT - 3);
    return `${(at * step).toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <polyline points={points.join(" ")} fill="none" stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}
