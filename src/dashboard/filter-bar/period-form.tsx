import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";
import type { Period } from "#referrals/period.ts";
import { DayField } from "#ui/day-field.tsx";
import { DayRange } from "#ui/day-range.tsx";

const BOUNDS = { first: "1900-01-01", last: "2199-12-31" };

type PeriodFormProps = { period: Period; onChange: (period: Period) => void };

/** First and last day of a period, by typing or in a calendar. */
export function PeriodForm({ period, onChange }: PeriodFormProps): ReactNode {
  const { t } = useI18n();
  const [days, setDays] = useState<{ from: Day | null; to: Day | null }>(period);
  const [shown, setShown] = useState(period.to);
  const { from, to } = days;
  const type = (part: Partial<typeof days>) => {
    setDays({ ...days, ...part });
    const [typed] = Object.values(part);
    if (typed) setShown(typed);
  };
  const isBackwards = from !== null && to !== null && from > to;
  const chosen = from === null || to === null || isBackwards ? null : { from, to };
  const hint = chosen ? "utc" : isBackwards ? "order" : "incomplete";
  return (
    <form
      className="period-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onChange(chosen);
      }}
    >
      <DayField
        label={t("control.period.from")}
        value={from}
        onChange={(day) => type({ from: day })}
        {...BOUNDS}
      />
      <DayField label={t("control.period.to")} value={to} onChange={(day) => type({ to: day })} {...BOUNDS} />
      <DayRange
        label={t("control.period")}
        range={chosen}
        onChange={setDays}
        shown={shown}
        onShow={setShown}
        {...BOUNDS}
      />
      <button type="submit" className="button button--primary">
        {t("control.period.apply")}
      </button>
      <p className="panel__note" role="status">
        {t(`control.period.${hint}`)}
      </p>
    </form>
  );
}
