import type { ReactNode } from "react";
import { dealTextName } from "#dashboard/context/deal-names.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { usePressed } from "#dashboard/context/use-pressed.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { DEAL_TEXTS } from "#referrals/deal-fields.ts";
import { type FilterKey, type Filters, NO_FILTERS } from "#referrals/filters.ts";
import type { Lock, Selection } from "#selection/selection.ts";
import { LockedValue } from "#ui/popover-button.tsx";
import { useMarketName } from "#ui/value.tsx";

export type FilterChipsProps = {
  selection: Filters & Pick<Selection, "lock" | "deal">;
  onChange: (part: Partial<Filters & Pick<Selection, "deal">>) => void;
};

/** A removable chip per filter value, and a button that removes all. */
export function FilterChips({ selection, onChange }: FilterChipsProps): ReactNode {
  const { t } = useI18n();
  const chips = useChips(selection, onChange);
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(({ key, name, isLocked, remove }) => (
        <li key={key}>
          {isLocked ? (
            <LockedValue label={t("control.selection")} value={name} reason={t("control.locked")} />
          ) : (
            <RemovableChip name={name} selection={selection} onRemove={remove} />
          )}
        </li>
      ))}
      {chips.some(({ isLocked }) => !isLocked) && (
        <li>
          <button type="button" className="link" onClick={() => onChange({ ...NO_FILTERS, deal: {} })}>
            {t("control.clearAll")}
          </button>
        </li>
      )}
    </ul>
  );
}

type RemovableChipProps = { name: string; selection: object; onRemove: () => void };

function RemovableChip({ name, selection, onRemove }: RemovableChipProps): ReactNode {
  const { t } = useI18n();
  const [isPressed, press] = usePressed(selection, onRemove);
  return (
    <button
      type="button"
      className="chip"
      aria-label={t("control.remove", { name })}
      disabled={isPressed}
      onClick={press}
    >
      {name} <span aria-hidden="true">×</span>
    </button>
  );
}

type Chip = { key: string; name: string; isLocked: boolean; remove: () => void };

const LOCK_OF_FILTER: Readonly<Record<FilterKey, Lock>> = {
  markets: "market",
  partners: "partner",
  sizes: "size",
  outcomes: "outcome",
};

function useChips(selection: FilterChipsProps["selection"], onChange: FilterChipsProps["onChange"]): Chip[] {
  const i18n = useI18n();
  const { t } = i18n;
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const of = <K extends FilterKey>(filterKey: K, nameOf: (value: Filters[K][number]) => string) => {
    const values: readonly Filters[K][number][] = selection[filterKey];
    return values.map((value) => ({
      key: `${filterKey} ${value}`,
      name: nameOf(value),
      isLocked: selection.lock.includes(LOCK_OF_FILTER[filterKey]),
      remove: () => onChange({ [filterKey]: values.filter((one) => one !== value) }),
    }));
  };
  return [
    ...of("markets", marketName),
    ...of("partners", (code) => t("chip.partner", { market: marketName(code) })),
    ...of("sizes", sizeName),
    ...of("outcomes", (outcome) => t(`outcome.${outcome}`)),
    ...DEAL_TEXTS.flatMap((field) => {
      const values = selection.deal[field] ?? [];
      return values.map((value) => ({
        key: `${field} ${value}`,
        name: `${t(`list.column.${field}`)}: ${dealTextName(field, value, i18n)}`,
        isLocked: false,
        remove: () =>
          onChange({ deal: { ...selection.deal, [field]: values.filter((one) => one !== value) } }),
      }));
    }),
  ];
}
