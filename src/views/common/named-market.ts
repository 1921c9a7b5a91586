import { useMemo } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { IsNamedMarket } from "#referrals/quality.ts";

/** Whether a market code has a name in the reader's language; the same function as long as the language is. */
export function useIsNamedMarket(): IsNamedMarket {
  const { formats } = useI18n();
  return useMemo(() => (code: string) => formats.market(code) !== code, [formats]);
}
