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
  const options = withChosen(markets, chosen).map(({ code, count }) => ({
    key: code,
    name: nameOf(code),
    count,
  }));
  const [only] = chosen;
  const value =
    only === undefined
      ? t("control.markets.all")
      : chosen.length === 1
        ? nameOf(only)
        : t("control.markets.some", { count: chosen.length });
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

/** A chosen market stays in the list although the data holds no referral of it. */
function withChosen(
  markets: MarketControlProps["markets"],
  chosen: readonly string[],
): MarketControlProps["markets"] {
  const absent = chosen.filter((code) => !markets.some((market) => market.code === code));
  return [...absent.map((code) => ({ code, count: 0 })), ...markets];
}
