import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";
import { Bucket } from "#ui/value.tsx";
import "./readout.css";

export type ReadoutProps = {
  start: Day;
  name: string;
  at: number;
  last: number;
  onMove: (at: number) => void;
  /** Names and figures. */
  children: ReactNode;
};

/** Figures of the selected bucket, linked to their referrals, with buttons for the neighbouring buckets. */
export function Readout({ start, name, at, last, onMove, children }: ReadoutProps): ReactNode {
  const { t } = useI18n();
  return (
    <section className="readout" aria-label={t("read.at", { bucket: name })}>
      <p className="readout__bucket">
        <Step label={t("read.back")} sign="‹" isOff={at <= 0} onStep={() => onMove(at - 1)} />
        <Bucket start={start} name={name} />
        <Step label={t("read.on")} sign="›" isOff={at >= last} onStep={() => onMove(at + 1)} />
      </p>
      <dl className="readout__figures">{children}</dl>
    </section>
  );
}

export function ReadoutFigure({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt title={name}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type StepProps = { label: string; sign: string; isOff: boolean; onStep: () => void };

function Step({ label, sign, isOff, onStep }: StepProps): ReactNode {
  return (
    <button type="button" className="button--quiet" aria-label={label} disabled={isOff} onClick={onStep}>
      {sign}
    </button>
  );
}
