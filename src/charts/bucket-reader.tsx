import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { readOn } from "./reading.ts";

export type BucketReaderProps = {
  /** What the chart shows. */
  label: string;
  /** What the keys do. */
  hint: string | undefined;
  /** The places at both edges of the plot; buckets are at whole places. */
  domain: readonly [number, number];
  /** The last bucket that can be read. */
  last: number;
  /** What a bucket holds, in words. */
  textOf: (at: number) => string;
  /** Beside the pointer. */
  flag: (at: number) => ReactNode;
  onPick: ((at: number) => void) | undefined;
};

/** The layer above a chart in which pointer and arrow keys read bucket by bucket, and Enter picks one. */
export function BucketReader(props: BucketReaderProps): ReactNode {
  const { label, hint, domain, last, textOf, flag, onPick } = props;
  const [at, setAt] = useState<number | null>(null);
  const [low, high] = domain;
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const place = Math.round(low + ((event.clientX - left) / width) * (high - low));
    setAt(Math.max(0, Math.min(last, place)));
  };
  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") return onPick?.(at ?? last);
    if (event.key === "Escape") return setAt(null);
    const now = { at: at ?? last, key: null, anchor: null };
    const next = readOn(now, event.key, false, { last, keys: [] });
    if (next === now) return;
    event.preventDefault();
    setAt(next.at);
  };
  return (
    <div
      className="stack__reader"
      role="slider"
      aria-label={label}
      aria-description={hint}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={textOf(at ?? last)}
      tabIndex={0}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setAt(null)}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && setAt(at ?? last)}
      onBlur={() => setAt(null)}
      onKeyDown={type}
    >
      {at !== null && <Flag share={high === low ? 0.5 : (at - low) / (high - low)}>{flag(at)}</Flag>}
    </div>
  );
}

function Flag({ share, children }: { share: number; children: ReactNode }): ReactNode {
  const left = `${(share * 100).toFixed(3)}%`;
  return (
    <>
      <span className="stack__line" style={{ left }} />
      <div className={share > 0.5 ? "stack__flag stack__flag--late" : "stack__flag"} style={{ left }}>
        {children}
      </div>
    </>
  );
}
