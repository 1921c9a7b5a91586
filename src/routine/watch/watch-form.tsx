import { type FormEvent, type ReactNode, useState } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { GRAINS } from "#lib/calendar.ts";
import { KNOWN_ORG_SIZES } from "#referrals/org-size.ts";
import { isWatchedNow, isWatchedRate, WATCH_FIGURES } from "#referrals/watch/watch-figures.ts";
import { MAX_IN_A_ROW, WATCH_COMPARISONS, type WatchRule } from "#referrals/watch/watch-rule.ts";
import { Choice } from "#ui/choice.tsx";
import { useMarketName } from "#ui/value.tsx";
import { ruleSentence } from "./watch-sentences.ts";

const RULE = { markets: [], partners: [], sizes: [], interval: "week", inARow: 1 } as const;

/** Rules to begin with. */
const SUGGESTED: readonly WatchRule[] = [
  { ...RULE, figure: "expired", comparison: "over", threshold: 5 },
  { ...RULE, figure: "overdue", comparison: "over", threshold: 0 },
  {
    ...RULE,
    ...{ figure: "acceptanceRate", comparison: "missesTarget", threshold: null },
    ...{ interval: "month", inARow: 2 },
  },
];

const IN_A_ROW = Array.from({ length: MAX_IN_A_ROW }, (_, at) => String(at + 1));

type WatchFormProps = {
  /** The rule to change; null for a new one. */
  edited: WatchRule | null;
  /** False when it was refused. */
  onSave: (rule: WatchRule) => boolean;
  onCancel: () => void;
};

/** Writes a rule, and reads it back in a sentence. */
export function WatchForm({ edited, onSave, onCancel }: WatchFormProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const [rule, setRule] = useState<WatchRule>(edited ?? (SUGGESTED[0] as WatchRule));
  const names = { market: useMarketName(), size: useSizeName() };
  const change = (part: Partial<WatchRule>) => setRule(fitting({ ...rule, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(rule);
  };
  return (
    <form className="watch__form" onSubmit={submit}>
      {!edited && (
        <p className="watch__suggested">
          {t("watch.suggested")}{" "}
          {SUGGESTED.map((one) => (
            <button key={one.figure} type="button" className="link" onClick={() => setRule(one)}>
              {ruleSentence(one, names, i18n)}
            </button>
          ))}
        </p>
      )}
      <ConditionFields rule={rule} change={change} />
      <FilterFields rule={rule} change={change} />
      <p className="watch__read" aria-live="polite">
        {t("watch.reads", { rule: ruleSentence(rule, names, i18n) })}
      </p>
      <button type="submit" className="button">
        {t(edited ? "watch.save" : "watch.add")}
      </button>
      {edited && (
        <button type="button" className="link" onClick={onCancel}>
          {t("watch.cancel")}
        </button>
      )}
    </form>
  );
}

/** Only rates have targets; without one a rule needs a value. */
function fitting(rule: WatchRule): WatchRule {
  const { figure, comparison, threshold } = rule;
  if (comparison !== "missesTarget") return { ...rule, threshold: threshold ?? 0 };
  return isWatchedRate(figure)
    ? { ...rule, threshold: null }
    : { ...rule, comparison: "over", threshold: threshold ?? 0 };
}

type FieldsProps = { rule: WatchRule; change: (part: Partial<WatchRule>) => void };

function ConditionFields({ rule, change }: FieldsProps): ReactNode {
  const { t } = useI18n();
  const isRate = isWatchedRate(rule.figure);
  const comparisons = WATCH_COMPARISONS.filter((one) => one !== "missesTarget" || isRate);
  return (
    <>
      <Choice
        label={t("watch.figure")}
        value={rule.figure}
        options={WATCH_FIGURES.map((key) => ({ key, name: t(`watch.figure.${key}`) }))}
        onChange={(figure) => change({ figure })}
      />
      <Choice
        label={t("watch.comparison")}
        value={rule.comparison}
        options={comparisons.map((key) => ({ key, name: t(`watch.comparison.${key}`) }))}
        onChange={(comparison) => change({ comparison })}
      />
      {rule.threshold !== null && (
        <label className="field">
          {t(isRate ? "watch.percent" : "watch.count")}
          <input
            className="input watch__number"
            type="number"
            min={0}
            max={isRate ? 100 : undefined}
            step={isRate ? "any" : 1}
            required
            defaultValue={rule.threshold}
            key={`${rule.figure} ${rule.comparison}`}
            onChange={({ currentTarget }) => {
              const { valueAsNumber } = currentTarget;
              if (Number.isFinite(valueAsNumber)) change({ threshold: valueAsNumber });
            }}
          />
        </label>
      )}
      {!isWatchedNow(rule.figure) && (
        <>
          <Choice
            label={t("watch.interval")}
            value={rule.interval}
            options={GRAINS.map((key) => ({ key, name: t(`grain.${key}`) }))}
            onChange={(interval) => change({ interval })}
          />
          <Choice
            label={t("watch.inARow")}
            value={String(rule.inARow)}
            options={IN_A_ROW.map((key) => ({ key, name: key }))}
            onChange={(times) => change({ inARow: Number(times) })}
          />
        </>
      )}
    </>
  );
}

function FilterFields({ rule, change }: FieldsProps): ReactNode {
  const { t } = useI18n();
  const { dataset } = useView().viewData;
  const [marketName, sizeName] = [useMarketName(), useSizeName()];
  const markets = dataset.markets.map(({ code }) => code);
  const choice = (
    key: "markets" | "partners" | "sizes",
    label: MessageKey,
    values: readonly string[],
    nameOf: (value: string) => string,
  ) => (
    <Choice
      label={t(label)}
      value={rule[key][0] ?? ALL}
      options={[
        { key: ALL, name: t("watch.all") },
        ...[...new Set([...values, ...rule[key]])].map((value) => ({ key: value, name: nameOf(value) })),
      ]}
      onChange={(value) => change({ [key]: value === ALL ? [] : [value] })}
    />
  );
  return (
    <>
      {choice("markets", "control.markets", markets, marketName)}
      {choice("partners", "control.partners", markets, marketName)}
      {choice("sizes", "control.sizes", KNOWN_ORG_SIZES, sizeName)}
    </>
  );
}

const ALL = "*";
