import { type FormEvent, type ReactNode, useState } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { dealChoices, useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { KNOWN_ORG_SIZES } from "#referrals/org-size.ts";
import { TARGET_FIGURES, type TargetFigure } from "#referrals/targets.ts";
import { Choice } from "#ui/choice.tsx";
import { useMarketName } from "#ui/value.tsx";

const BOUNDS = ["atLeast", "under"] as const;
const ALL = { market: "", size: "", program: "" };

/** A target to set; what does not fit is refused by `onAdd`, which says so. */
export function TargetForm({ onAdd }: { onAdd: (target: unknown) => boolean }): ReactNode {
  const { t } = useI18n();
  const [figure, setFigure] = useState<TargetFigure>("acceptance");
  const [bound, setBound] = useState<(typeof BOUNDS)[number]>("atLeast");
  const [of, setOf] = useState(ALL);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? "").trim();
    const name = text("name") || t(`targets.figure.${figure}`, { days: text("days") });
    const percent = Number.parseFloat(text("percent").replace(",", "."));
    const days = figure === "closed" ? Number(text("days")) : 0;
    if (onAdd({ name, figure, bound, percent, days, ...of, source: text("source"), month: text("month") }))
      form.reset();
  };
  const field = (name: "name" | "days" | "percent" | "source" | "month") => (
    <label className="field">
      <span>{t(`targets.${name}`)}</span>
      <input className="input" name={name} type="text" maxLength={200} />
    </label>
  );
  return (
    <form className="targets__form" onSubmit={submit}>
      <Choice
        label={t("key.figure")}
        value={figure}
        options={TARGET_FIGURES.map((key) => ({ key, name: t(`targets.figure.${key}`, { days: "…" }) }))}
        onChange={setFigure}
      />
      <Choice
        label={t("targets.bound")}
        value={bound}
        options={BOUNDS.map((key) => ({ key, name: t(`targets.bound.${key}`) }))}
        onChange={setBound}
      />
      {field("percent")}
      {figure === "closed" && field("days")}
      <OfChoices of={of} onChange={(part) => setOf({ ...of, ...part })} />
      {field("name")}
      {field("source")}
      {field("month")}
      <button type="submit" className="button">
        {t("targets.add")}
      </button>
    </form>
  );
}

type OfChoicesProps = { of: typeof ALL; onChange: (part: Partial<typeof ALL>) => void };

/** Which referrals a target is for, as far as the source says it. */
function OfChoices({ of, onChange }: OfChoicesProps): ReactNode {
  const { t } = useI18n();
  const { config, viewData } = useView();
  const [marketName, sizeName] = [useMarketName(), useSizeName()];
  const absent = useAbsentFields(["customerMarket", "customerOrgSize"]);
  const choices = {
    market: viewData.dataset.markets.map(({ code }) => code).filter((code) => code !== ""),
    size: absent.includes("customerOrgSize") ? [] : KNOWN_ORG_SIZES,
    program: (dealChoices(config.data, "program") ?? []).map(({ value }) => value).filter(Boolean),
  };
  const names = { market: marketName, size: sizeName, program: (program: string) => program };
  return (["market", "size", "program"] as const).map(
    (key) =>
      choices[key].length > 0 && (
        <Choice
          key={key}
          label={t(`targets.${key}`)}
          value={of[key]}
          options={[
            { key: "", name: t("targets.all") },
            ...choices[key].map((value) => ({ key: value, name: names[key](value) })),
          ]}
          onChange={(value) => onChange({ [key]: value })}
        />
      ),
  );
}
