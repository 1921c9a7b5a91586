import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";

/** A formatted count, with the exact number for programs that read the page. */
export function Count({ value }: { value: number }): ReactNode {
  const { formats } = useI18n();
  return <data value={value}>{formats.count(value)}</data>;
}

/** A share from 0 to 1; a dash for null. */
export function Percent({ value }: { value: number | null }): ReactNode {
  const { formats } = useI18n();
  return value === null ? <span>–</span> : <data value={value}>{formats.percent(value)}</data>;
}

export function Market({ code }: { code: string }): ReactNode {
  return <data value={code}>{useMarketName()(code)}</data>;
}

export function useMarketName(): (code: string) => string {
  const { t, formats } = useI18n();
  return (code) => (code === "" ? t("market.none") : formats.market(code));
}

/** A bucket's name, with its first day. */
export function Bucket({ start, name }: { start: Day; name: string }): ReactNode {
  return <time dateTime={start}>{name}</time>;
}

/** One paragraph per sentence. */
export function Sentences({ of }: { of: readonly string[] }): ReactNode {
  return of.map((sentence) => <p key={sentence}>{sentence}</p>);
}
