import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Timeline } from "#records/timeline.ts";

/** What follows from the dates of a referral, and what is odd about it, in words. */
export function TimelineFacts({ timeline }: { timeline: Timeline }): ReactNode {
  const { t, formats } = useI18n();
  const { age, times, implied, lastStage, quality, unreadable } = timeline;
  return (
    <>
      <h3>{t("life.times")}</h3>
      <ul className="life__list">
        <li>{t("life.stage", { stage: t(`stage.${lastStage}`) })}</li>
        {implied.map((stage) => (
          <li key={stage}>{t("life.implied", { stage: t(`stage.${stage}`) })}</li>
        ))}
        {times.map(({ time, ms }) => (
          <li key={time}>
            {t(`list.time.${time}`)}: <data value={ms}>{formats.duration(ms)}</data>
          </li>
        ))}
        {age.kind === "undated" && <li>{t("life.age.undated")}</li>}
        {age.kind === "waiting" && (
          <li className={age.overdue === "no" ? undefined : "grid__late"}>
            <data value={age.ageMs}>
              {t(`life.age.${age.overdue}`, { time: formats.duration(age.ageMs) })}
            </data>
          </li>
        )}
      </ul>
      {(quality.length > 0 || unreadable.length > 0) && (
        <>
          <h3>{t("life.quality")}</h3>
          <ul className="life__list">
            {quality.map((name) => (
              <li key={name}>{t(`life.note.${name}`)}</li>
            ))}
            {unreadable.map(({ field, text }) => (
              <li key={field}>
                {t("life.sent", { field: t(`life.${field}`) })} <bdi className="grid__odd">{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
