import type { ReactNode } from "react";
import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { HOUR_MS } from "#lib/calendar.ts";
import type { TimeRange } from "#records/row-times.ts";
import { rateOf } from "#referrals/rate.ts";
import type { Time } from "#referrals/times.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel } from "#table/column.ts";
import { rangeText, roundTime } from "./duration.tsx";
import type { Distribution, DistributionBin } from "./times-view-model.ts";

function rangeDrill(time: Time, { overMs, upToMs }: TimeRange): Drill {
  const hours = (ms: number | null) => (ms === null ? null : ms / HOUR_MS);
  return { time: { time, over: hours(overMs), upTo: hours(upToMs) } };
}

/** The distribution of a response time: a bar per bin, top to bottom, limits as lines. */
export function SpreadPicture({ spread }: { spread: Distribution }): ReactNode {
  const { t } = useI18n();
  const sentence = useSentence(spread);
  const highest = Math.max(1, ...spread.bins.map(({ count }) => count));
  if (spread.count === 0) return <p className="panel__note">{t("times.none")}</p>;
  return (
    <>
      <ol className="times__spread">
        {spread.bins.map((bin) => (
          <Bar key={bin.upToMs ?? "open"} bin={bin} spread={spread} highest={highest} />
        ))}
      </ol>
      <p className="panel__note">{sentence}</p>
    </>
  );
}

type BarProps = { bin: DistributionBin; spread: Distribution; highest: number };

function Bar({ bin, spread, highest }: BarProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { time, count } = spread;
  const { limit, upToMs } = bin;
  return (
    <li className="times__bin">
      <OpenRecords drill={rangeDrill(time, bin)} count={bin.count}>
        <span className="times__range">{rangeText(bin, i18n)}</span>
        <span className="times__track">
          <span style={{ width: `${(bin.count / highest) * 100}%` }} />
        </span>
        <span className="times__count">
          <data value={bin.count}>{formats.count(bin.count)}</data>
        </span>
        <span className="times__share second">{formats.percent(bin.count / count)}</span>
      </OpenRecords>
      {limit && upToMs !== null && limit.within.kind === "rate" && (
        <p className="times__limit">
          <span>{t("times.spread.limit", { limit: roundTime(upToMs, i18n) })}</span>
          <span>{t("times.spread.within", { share: formats.percent(limit.within.value) })}</span>
        </p>
      )}
    </li>
  );
}

function useSentence({ time, summary }: Distribution): string {
  const { t, formats } = useI18n();
  if (summary.kind === "absent") return "";
  return t("times.spread.sentence", {
    did: t(`times.did.${time}`),
    median: formats.duration(summary.median),
    p90: formats.duration(summary.p90),
  });
}

export function spreadTable({ time, count, bins }: Distribution, i18n: I18n): TableModel<DistributionBin> {
  const { t } = i18n;
  const make = figureColumns<DistributionBin>(i18n);
  return {
    columns: [
      make.name({
        id: "bin",
        header: t("times.spread.bin"),
        named: (bin) => ({ code: String(bin.upToMs ?? ""), name: rangeText(bin, i18n) }),
      }),
      make.count({
        id: "referrals",
        header: t("times.referrals"),
        value: (bin) => bin.count,
        drill: (bin) => rangeDrill(time, bin),
      }),
      make.rate({
        id: "share",
        header: t("times.spread.share"),
        rate: (bin) => rateOf(bin.count, count),
        drill: (bin) => rangeDrill(time, bin),
      }),
    ],
    rows: bins,
    rowKey: ({ upToMs }) => String(upToMs ?? "open"),
  };
}
