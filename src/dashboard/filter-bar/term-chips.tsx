import type { ReactNode } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { NO_TERMS, type Terms } from "#referrals/terms.ts";
import type { Lock, Selection } from "#selection/selection.ts";
import { LockedValue } from "#ui/popover-button.tsx";
import { useMarketName } from "#ui/value.tsx";

export type TermChipsProps = {
  selection: Terms & Pick<Selection, "lock">;
  onChange: (part: Partial<Terms>) => void;
};

/** Each value that restricts the page, to be taken away by itself; and all of them at once. */
export function TermChips({ selection, onChange }: TermChipsProps): ReactNode {
  const { words } = useI18n();
  const chips = useChips(selection, onChange);
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(({ key, name, isLocked, remove }) => (
        <li key={key}>
          {isLocked ? (
            <LockedValue label={words("control.selection")} value={name} reason={words("control.locked")} />
          ) : (
            <button
              type="button"
              className="chip"
              aria-label={words("control.remove", { name })}
              onClick={remove}
            >
              {name} <span aria-hidden="true">×</span>
            </button>
          )}
        </li>
      ))}
      {chips.some(({ isLocked }) => !isLocked) && (
        <li>
          <button type="button" className="link" onClick={() => onChange(NO_TERMS)}>
            {words("control.clearAll")}
          </button>
        </li>
      )}
    </ul>
  );
}

type Chip = { key: string; name: string; isLocked: boolean; remove: () => void };

const LOCK_OF_TERM: Readonly<Record<keyof Terms, Lock>> = {
  markets: "market",
  partners: "partner",
  sizes: "size",
  outcomes: "outcome",
};

function useChips(selection: TermChipsProps["selection"], onChange: (part: Partial<Terms>) => void): Chip[] {
  const { words } = useI18n();
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const of = <Term extends keyof Terms>(term: Term, nameOf: (value: Terms[Term][number]) => string) => {
    const values: readonly Terms[Term][number][] = selection[term];
    return values.map((value) => ({
      key: `${term} ${value}`,
      name: nameOf(value),
      isLocked: selection.lock.includes(LOCK_OF_TERM[term]),
      remove: () => onChange({ [term]: values.filter((one) => one !== value) }),
    }));
  };
  return [
    ...of("markets", marketName),
    ...of("partners", (code) => words("chip.partner", { market: marketName(code) })),
    ...of("sizes", sizeName),
    ...of("outcomes", (outcome) => words(`outcome.${outcome}`)),
  ];
}
