import { type ReactNode, useMemo, useState } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { termCounts } from "#queries/term-counts.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { COMPARISONS } from "#referrals/comparison.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { FIELD_OF_TERM } from "#referrals/terms.ts";
import { parseRival, printRival, type Rival, type VersusKeys } from "#selection/keys/funnel.ts";
import { useMarketName } from "#ui/value.tsx";
import { TERM_OF_RIVAL } from "./versus-model.ts";

export type VersusChoiceProps = {
  rival: Rival | null;
  onChange: (part: Partial<VersusKeys>) => void;
};

const DAYS = [...COMPARISONS, "none"] as const;

/** With what the selection is compared: with other days, or with a market or a size. */
export function VersusChoice({ rival, onChange }: VersusChoiceProps): ReactNode {
  const { words } = useI18n();
  const { selection, basis } = useView();
  // What else there is to choose from is asked once somebody comes near.
  const [isNear, setNear] = useState(false);
  const choose = (text: string) => {
    const days = DAYS.find((one) => one === text);
    onChange(days === undefined ? { rival: parseRival(text) } : { rival: null, compare: days });
  };
  return (
    <select
      className="select versus__choice"
      aria-label={words("versus.with")}
      value={rival ? printRival(rival) : selection.compare}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      onFocus={() => setNear(true)}
      onPointerEnter={() => setNear(true)}
    >
      {DAYS.map((days) => (
        <option key={days} value={days}>
          {words(`versus.with.${days}`)}
        </option>
      ))}
      <Rivals term="market" keys={basis.dataset.markets.map(({ code }) => code)} chosen={rival} />
      <Rivals term="partner" keys={useKeysOf("partner", isNear)} chosen={rival} />
      <Rivals term="size" keys={useKeysOf("size", isNear).toSorted(compareOrgSizes)} chosen={rival} />
    </select>
  );
}

type RivalsProps = { term: Rival["term"]; keys: readonly string[]; chosen: Rival | null };

function Rivals({ term, keys, chosen }: RivalsProps): ReactNode {
  const { words } = useI18n();
  const nameOf = useRivalName();
  const absent = chosen?.term === term && !keys.includes(chosen.value) ? [chosen.value] : [];
  return (
    <optgroup label={words(`versus.group.${term}`)}>
      {[...absent, ...keys].map((value) => (
        <option key={value} value={printRival({ term, value })}>
          {nameOf({ term, value })}
        </option>
      ))}
    </optgroup>
  );
}

/** The name of a rival's value. */
export function useRivalName(): (rival: Rival) => string {
  const [marketName, sizeName] = [useMarketName(), useSizeName()];
  return ({ term, value }) => (term === "size" ? sizeName(value) : marketName(value));
}

function useKeysOf(term: "partner" | "size", isWanted: boolean): string[] {
  const { dataClient } = useView();
  const field = FIELD_OF_TERM[TERM_OF_RIVAL[term]];
  const query = useMemo(
    () => (isWanted ? { filter: null, groupBy: [field] as const, level: "month" as const } : null),
    [field, isWanted],
  );
  const state = useGrouped(dataClient, query);
  return state.kind === "success"
    ? termCounts(state.value.cube, TERM_OF_RIVAL[term]).map(({ key }) => key)
    : [];
}
