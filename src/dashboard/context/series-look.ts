import { marketColour, stepColour } from "#charts/series-colour.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Dimension } from "#referrals/dimensions.ts";
import { compareMarkets } from "#referrals/market.ts";
import { compareOrgSizes, KNOWN_ORG_SIZES, orgSizeBounds } from "#referrals/org-size.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import type { Rival } from "#selection/keys/rival.ts";
import { useMarketName } from "#ui/value.tsx";
import { outcomeColour } from "./outcome-colour.ts";

/** Names, colours and tie order of a dimension's values, independent of the selection. */
export type SeriesLook = {
  nameOf: (key: string) => string;
  colourOf: (key: string) => string;
  compare: (a: string, b: string) => number;
};

/** `rankOf`: rank of a market by count in the whole data; -1 when absent. */
export function useSeriesLook(by: Dimension, rankOf: (market: string) => number): SeriesLook {
  const i18n = useI18n();
  const marketName = useMarketName();
  if (by === "outcome") return outcomeLook(i18n);
  if (by === "size") return sizeLook(i18n);
  return { nameOf: marketName, colourOf: (key) => marketColour(rankOf(key)), compare: compareMarkets };
}

function isOutcome(key: string): key is Outcome {
  return (OUTCOMES as readonly string[]).includes(key);
}

function outcomeLook({ t }: I18n): SeriesLook {
  const place = (key: string) => (isOutcome(key) ? OUTCOMES.indexOf(key) : OUTCOMES.length);
  return {
    nameOf: (key) => (isOutcome(key) ? t(`outcome.${key}`) : key),
    colourOf: (key) => (isOutcome(key) ? outcomeColour(key) : marketColour(-1)),
    compare: (a, b) => place(a) - place(b),
  };
}

/** The name of a filter value that is compared with. */
export function useRivalName(): (rival: Rival) => string {
  const [marketName, sizeName] = [useMarketName(), useSizeName()];
  return ({ dimension, value }) => (dimension === "size" ? sizeName(value) : marketName(value));
}

/** The name of an organisation size; unknown text is returned as it is. */
export function useSizeName(): (size: string) => string {
  return sizeNames(useI18n());
}

function sizeNames({ t, formats }: I18n): (size: string) => string {
  return (size) => {
    const bounds = orgSizeBounds(size);
    if (bounds.kind === "unknown") return size === "" ? t("size.none") : size;
    const low = formats.count(bounds.low);
    if (bounds.high === Number.POSITIVE_INFINITY) return t("size.from", { low });
    return t("size.range", { low, high: formats.count(bounds.high) });
  };
}

function sizeLook(i18n: I18n): SeriesLook {
  return {
    nameOf: sizeNames(i18n),
    colourOf: (key) => stepColour(KNOWN_ORG_SIZES.indexOf(key), KNOWN_ORG_SIZES.length),
    compare: compareOrgSizes,
  };
}
