import type { ReactNode } from "react";
import { DateChoices } from "#dashboard/context/date-choices.tsx";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { TREND_FORMS, TREND_MEANS, TREND_MEASURES, type TrendsKeys } from "#selection/keys/trends.ts";
import { Choice } from "#ui/choice.tsx";

export type TrendsControlsProps = { keys: TrendsKeys; onChange: (part: Partial<TrendsKeys>) => void };

/** What the chart shows, and how; all of it in the address. */
export function TrendsControls({ keys, onChange }: TrendsControlsProps): ReactNode {
  const { t } = useI18n();
  const { selection, change, config } = useView();
  const isCount = keys.measure === "count";
  return (
    <fieldset className="trends__controls" aria-label={t("trends.controls")}>
      <Choice
        label={t("trends.measure")}
        value={keys.measure}
        options={TREND_MEASURES.map((key) => ({ key, name: t(`trends.measure.${key}`) }))}
        onChange={(measure) => onChange({ measure })}
      />
      <DateChoices data={config.data} selection={selection} onChange={change} />
      {isCount && <FormChoice keys={keys} onChange={onChange} />}
      {isCount && <MeansChoice keys={keys} onChange={onChange} />}
    </fieldset>
  );
}

function FormChoice({ keys, onChange }: TrendsControlsProps): ReactNode {
  const { t } = useI18n();
  return (
    <fieldset className="trends__choice">
      <legend>{t("trends.form")}</legend>
      {TREND_FORMS.map((form) => (
        <button
          key={form}
          type="button"
          className="button"
          aria-pressed={keys.form === form}
          onClick={() => onChange({ form })}
        >
          {t(`trends.form.${form}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The mean of some days, and with lines the whole to which it belongs. */
function MeansChoice({ keys, onChange }: TrendsControlsProps): ReactNode {
  const { t } = useI18n();
  const { means, form, total } = keys;
  return (
    <fieldset className="trends__choice">
      <legend>{t("trends.means")}</legend>
      {TREND_MEANS.map((days) => (
        <label key={days} className="option">
          <input
            type="checkbox"
            checked={means.includes(days)}
            onChange={({ currentTarget }) =>
              onChange({
                means: TREND_MEANS.filter((one) =>
                  one === days ? currentTarget.checked : means.includes(one),
                ),
              })
            }
          />
          {t("trends.mean.days", { days: Number(days) })}
        </label>
      ))}
      {form === "lines" && (
        <label className="option">
          <input
            type="checkbox"
            checked={total}
            onChange={({ currentTarget }) => onChange({ total: currentTarget.checked })}
          />
          {t("trends.total")}
        </label>
      )}
    </fieldset>
  );
}
