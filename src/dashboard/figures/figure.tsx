import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Rate } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import { recordsAddress } from "#selection/records-address.ts";
import { Link } from "#ui/link.tsx";
import { Count, Percent } from "#ui/value.tsx";

/** A count linked to exactly the referrals it counts. */
export function Figure({ value, drill }: { value: number; drill: Drill }): ReactNode {
  return (
    <OpenRecords drill={drill} count={value}>
      <Count value={value} />
    </OpenRecords>
  );
}

/** A rate linked to the referrals of its numerator (null: no link), with base, interval and small-sample mark. */
export function RateFigure({ rate, drill }: { rate: Rate; drill: Drill | null }): ReactNode {
  const { t } = useI18n();
  const about = useRateText()(rate);
  if (rate.kind === "absent") return <Percent value={null} />;
  return (
    <span title={about}>
      {drill === null ? (
        <Percent value={rate.value} />
      ) : (
        <OpenRecords drill={drill} count={rate.part} about={about}>
          <Percent value={rate.value} />
        </OpenRecords>
      )}
      {rate.few && (
        <abbr className="few" title={t("key.fewTitle")}>
          {" "}
          {t("key.few")}
        </abbr>
      )}
    </span>
  );
}

/** A share linked to the referrals of its numerator. */
export function ShareFigure({ rate, drill }: { rate: Rate; drill: Drill }): ReactNode {
  const { t, formats } = useI18n();
  if (rate.kind === "absent") return <Percent value={null} />;
  const about = t("key.rateOf", { part: formats.count(rate.part), base: formats.count(rate.base) });
  return (
    <OpenRecords drill={drill} count={rate.part} about={about}>
      <Percent value={rate.value} />
    </OpenRecords>
  );
}

/** "12 of 40, 95 % interval 18.1% to 45.4%". */
export function useRateText(): (rate: Rate) => string {
  const { t, formats } = useI18n();
  return (rate) => {
    if (rate.kind === "absent") return t("key.noBase");
    const part = t("key.rateOf", { part: formats.count(rate.part), base: formats.count(rate.base) });
    const bounds = { low: formats.percent(rate.low), high: formats.percent(rate.high) };
    return `${part}, ${t("key.interval", bounds)}`;
  };
}

export type OpenRecordsProps = {
  drill: Drill;
  /** The number of referrals behind the link. */
  count: number;
  /** Description, if the figure is not that count. */
  about?: string;
  children: ReactNode;
};

/** A link to a list of referrals; its title has their number. */
export function OpenRecords({ drill, count, about, children }: OpenRecordsProps): ReactNode {
  const { t } = useI18n();
  const { selection } = useView();
  const open = t("figure.open", { count });
  return (
    <Link
      href={recordsAddress(selection, drill)}
      className="figure-link"
      title={about ? `${about}. ${open}` : open}
    >
      {children}
    </Link>
  );
}
