import { useI18n } from "#i18n/i18n.tsx";
import type { IsNamedMarket } from "#referrals/quality.ts";

type MarketNames = { market: (code: string) => string };

// What records are counted with is looked up by this function: it has to be the same one for all who count.
const known = new WeakMap<MarketNames, IsNamedMarket>();

/** Whether a market code has a name in the reader's language; the same function everywhere as long as the language is. */
export function useIsNamedMarket(): IsNamedMarket {
  const { formats } = useI18n();
  const isNamed = known.get(formats) ?? ((code) => formats.market(code) !== code);
  known.set(formats, isNamed);
  return isNamed;
}
