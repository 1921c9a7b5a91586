import type { ReactNode } from "react";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Readout } from "#dashboard/figures/readout.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { partName } from "./bucket-words.ts";
import { drillOf } from "./drills.ts";
import { FiguredLink } from "./figured.tsx";
import { figureAt, type Part, type TrendsModel } from "./trends-view-model.ts";

export type BucketReadoutProps = {
  model: TrendsModel;
  look: SeriesLook;
  parts: readonly Part[];
  at: number;
  last: number;
  onMove: (at: number) => void;
};

/** The bucket that is read, in figures that open their referrals. */
export function BucketReadout({ model, look, parts, at, last, onMove }: BucketReadoutProps): ReactNode {
  const i18n = useI18n();
  const { formats } = i18n;
  const { by } = useView().selection;
  const bucket = model.trend.buckets[at];
  if (!bucket) return null;
  const name = formats.bucket(bucket.start, model.grain);
  const figures: readonly Part[] = [{ kind: "all" }, ...parts];
  return (
    <Readout start={bucket.start} name={name} at={at} last={last} onMove={onMove}>
      {figures.map((part) => (
        <div key={part.kind === "series" ? `part ${part.key}` : part.kind}>
          <dt title={partName(part, look, i18n)}>{partName(part, look, i18n)}</dt>
          <dd>
            <FiguredLink
              figure={figureAt(model, part, at)}
              drill={drillOf(part, bucket.covered, model, by)}
              measure={model.measure}
            />
          </dd>
        </div>
      ))}
    </Readout>
  );
}
