import { type ReactNode, useState } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { useGrouped } from "#queries/use-grouped.ts";
import { valueCounts } from "#queries/value-counts.ts";
import { COMPARISONS } from "#referrals/comparison.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { parseRival, printRival, type Rival, type VersusKeys } from "#selection/keys/funnel.ts";
import { useMarketName } from "#ui/value.tsx";

export type VersusChoiceProps = {
  rival: Rival | null;
  onChange: (part: Partial<VersusKeys>) => void;
};

const DAYS = [...COMPARISONS, "none"] as const;

/** With what the selection is compared: with other days, or with a market or a size. */
export function VersusChoice({ rival, onChange }: VersusChoiceProps): ReactNode {
  const { t } = useI18n();
  const { selection, viewData } = useView();
  // What else there is to choose from is asked once somebody comes near.
  const [isNear, setNear] = useState(false);
  const choose = (text: string) => {
    const days = DAYS.find((one) => one === text);
    onChange(days === undefined ? { rival: parseRival(text) } : { rival: null, compare: days });
  };
  return (
    <select
      className="select versus__choice"
      aria-label={t("versus.with")}
      value={rival ? printRival(rival) : selection.compare}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      onFocus={() => setNear(true)}
      onPointerEnter={() => setNear(true)}
    >
      {DAYS.map((days) => (
        <option key={days} value={days}>
          {t(`versus.with.${days}`)}
        </option>
      ))}
      <Rivals dimension="market" keys={viewData.dataset.markets.map(({ code }) => code)} chosen={rival} />
      <Rivals dimension="partner" keys={useKeysOf("partner", isNear)} chosen={rival} />
      <Rivals dimension="size" keys={useKeysOf("size", isNear).toSorted(compareOrgSizes)} chosen={rival} />
    </select>
  );
}

type RivalsProps = { dimension: Rival["dimension"]; keys: readonly string[]; chosen: Rival | null };

function Rivals({ dimension, keys, chosen }: RivalsProps): ReactNode {
  const { t } = useI18n();
  const nameOf = useRivalName();
  const absent = chosen?.dimension === dimension && !keys.includes(chosen.value) ? [chosen.value] : [];
  return (
    <optgroup label={t(`versus.group.${dimension}`)}>
      {[...absent, ...keys].map((value) => (
        <option key={value} value={printRival({ dimension, value })}>
          {nameOf({ dimension, value })}
        </option>
      ))}
    </optgroup>
  );
}

/** The name of a rival's value. */
export function useRivalName(): (rival: Rival) => string {
  const [marketName, sizeName] = [useMarketName(), useSizeName()];
  return ({ dimension, value }) => (dimension === "size" ? sizeName(value) : marketName(value));
}

function useKeysOf(dimension: "partner" | "size", isWanted: boolean): string[] {
  const field = DIMENSIONS[dimension].field;
  const query = isWanted ? { filter: null, groupBy: [field] as const, level: "month" as const } : null;
  const state = useGrouped(query);
  return state.kind === "success"
    ? valueCounts(state.value.cube, DIMENSIONS[dimension].filter).map(({ key }) => key)
    : [];
}
