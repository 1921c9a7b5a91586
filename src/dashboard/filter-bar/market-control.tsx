import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { useMarketName } from "#ui/value.tsx";
import { FilterChoice } from "./filter-choice.tsx";

export type MarketControlProps = {
  /** All markets of the data, most referrals first. */
  markets: readonly { code: string; count: number }[];
  chosen: readonly string[];
  isLocked: boolean;
  onChange: (codes: readonly string[]) => void;
};

/** The customer markets to look at. */
export function MarketControl({ markets, chosen, isLocked, onChange }: MarketControlProps): ReactNode {
  const { t } = useI18n();
  const nameOf = useMarketName();
  const value = useMarketsText(chosen);
  const options = withChosen(markets, chosen).map(({ code, count }) => ({
    key: code,
    name: nameOf(code),
    count,
  }));
  return (
    <PopoverButton
      label={t("control.markets")}
      locked={isLocked ? t("control.locked") : undefined}
      value={value}
      content={() => (
        <>
          <p className="option__head">{t("control.markets.counts")}</p>
          <FilterChoice options={options} chosen={chosen} onChange={onChange} />
        </>
      )}
    />
  );
}

/** The chosen markets in as few words as a button takes. */
export function useMarketsText(chosen: readonly string[]): string {
  const { t } = useI18n();
  const nameOf = useMarketName();
  const [only] = chosen;
  if (only === undefined) return t("control.markets.all");
  return chosen.length === 1 ? nameOf(only) : t("control.markets.some", { count: chosen.length });
}

/** A chosen market stays in the list although the data holds no referral of it. */
function withChosen(
  markets: MarketControlProps["markets"],
  chosen: readonly string[],
): MarketControlProps["markets"] {
  const absent = chosen.filter((code) => !markets.some((market) => market.code === code));
  return [...absent.map((code) => ({ code, count: 0 })), ...markets];
}
