import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";

/** A count as people read it, with the exact number for whoever reads the page by program. */
export function Count({ value }: { value: number }): ReactNode {
  const { formats } = useI18n();
  return <data value={value}>{formats.count(value)}</data>;
}

/** A share from 0 to 1, or a dash where there is none. */
export function Percent({ value }: { value: number | null }): ReactNode {
  const { formats } = useI18n();
  return value === null ? <span>–</span> : <data value={value}>{formats.percent(value)}</data>;
}

/** The name of a market, with its code. */
export function Market({ code }: { code: string }): ReactNode {
  return <data value={code}>{useMarketName()(code)}</data>;
}

export function useMarketName(): (code: string) => string {
  const { t, formats } = useI18n();
  return (code) => (code === "" ? t("market.none") : formats.market(code));
}

/** The first day of a bucket by the name of the bucket. */
export function Bucket({ start, name }: { start: Day; name: string }): ReactNode {
  return <time dateTime={start}>{name}</time>;
}

/** Sentences, each in a paragraph of its own. */
export function Sentences({ of }: { of: readonly string[] }): ReactNode {
  return of.map((sentence) => <p key={sentence}>{sentence}</p>);
}
