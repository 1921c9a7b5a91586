import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { AGED_EVENTS, type AgedEvent, type AgedRates, cohortAt } from "#records/aged-rates.ts";
import { claimedAt } from "#statistics/incidence.ts";
import { Bucket, Percent } from "#ui/value.tsx";
import { drawnAges, EVENT_COLOURS, lastAge } from "./ages-model.ts";
import { intervalWords } from "./ages-table.tsx";
import { PeriodMark } from "./period-mark.tsx";
import type { AgedPart, Ages } from "./use-ages.ts";

type AgeMultiplesProps = { ages: Ages; age: number; top: number };

/** Incidence curves of each part on a common scale, against the total, and its rates at one age. */
export function AgeMultiples({ ages, age, top }: AgeMultiplesProps): ReactNode {
  const { t, formats } = useI18n();
  const { all, parts, partsGrain } = ages;
  return (
    <>
      <h3 className="ages__heading">{t("ages.parts.within", { age })}</h3>
      <ul className="multiples">
        {parts.map((part) => {
          const { start, covered } = part.bucket;
          const name = formats.bucket(start, partsGrain);
          return (
            <li key={start} className="multiple">
              <p className="multiple__name">
                <PeriodMark period={covered} name={name} basis="created" className="plain-button">
                  <Bucket start={start} name={name} />
                </PeriodMark>
              </p>
              <Curves part={part} all={all} top={top} />
              <dl className="multiple__figures">
                {AGED_EVENTS.map((event) => (
                  <PartRate key={event} part={part} event={event} age={age} />
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type PartRateProps = { part: AgedPart; event: AgedEvent; age: number };

function PartRate({ part, event, age }: PartRateProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const at = cohortAt(part, event, age);
  return (
    <>
      <dt>{t(`stage.${event}`)}</dt>
      <dd className="second">{at && !at.isMature && t("ages.estimate")}</dd>
      <dd title={intervalWords(at, i18n) ?? t("ages.nothing")}>
        <Percent value={at?.value ?? null} />
      </dd>
    </>
  );
}

type CurvesProps = { part: AgedPart; all: AgedRates; top: number };

/** A small chart beside its figures; shows a shape, not values. */
function Curves({ part, all, top }: CurvesProps): ReactNode {
  const last = lastAge(all);
  const ages = drawnAges(last).filter((age) => age <= last);
  const pointsOf = (valueAt: (age: number) => number | null | undefined) =>
    ages
      .flatMap((age) => {
        const value = valueAt(age) ?? null;
        return value === null ? [] : [`${(age / (last || 1)).toFixed(4)},${(1 - value / top).toFixed(4)}`];
      })
      .join(" ");
  return (
    <svg className="ages__curves" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {AGED_EVENTS.map((event) => (
        <polyline
          key={`all ${event}`}
          className="ages__all"
          points={pointsOf((age) => claimedAt(all[event].curve, age)?.value)}
        />
      ))}
      {AGED_EVENTS.map((event) => (
        <polyline
          key={event}
          points={pointsOf((age) => cohortAt(part, event, age)?.value)}
          stroke={EVENT_COLOURS[event]}
        />
      ))}
    </svg>
  );
}
