import { type FormEvent, type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { TARGET_FIGURES, type TargetFigure } from "#referrals/targets.ts";
import { Choice } from "#ui/choice.tsx";

const BOUNDS = ["atLeast", "under"] as const;

/** A target to set; what does not fit is refused by `onAdd`, which says so. */
export function TargetForm({ onAdd }: { onAdd: (target: unknown) => boolean }): ReactNode {
  const { t } = useI18n();
  const [figure, setFigure] = useState<TargetFigure>("acceptance");
  const [bound, setBound] = useState<(typeof BOUNDS)[number]>("atLeast");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? "").trim();
    const name = text("name") || t(`targets.figure.${figure}`);
    const percent = Number.parseFloat(text("percent").replace(",", "."));
    const rest = { market: text("market"), source: text("source"), month: text("month") };
    if (onAdd({ name, figure, bound, percent, ...rest })) form.reset();
  };
  const field = (name: "name" | "percent" | "market" | "source" | "month") => (
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
        options={TARGET_FIGURES.map((key) => ({ key, name: t(`targets.figure.${key}`) }))}
        onChange={setFigure}
      />
      <Choice
        label={t("targets.bound")}
        value={bound}
        options={BOUNDS.map((key) => ({ key, name: t(`targets.bound.${key}`) }))}
        onChange={setBound}
      />
      {field("percent")}
      {field("market")}
      {field("name")}
      {field("source")}
      {field("month")}
      <button type="submit" className="button">
        {t("targets.add")}
      </button>
    </form>
  );
}
