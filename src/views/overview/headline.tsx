import type { ReactNode } from "react";
import { ageKnowledge, missingForOutcomes, sourceKind } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { WhyLink } from "#dashboard/figures/why-link.tsx";
import { Explain } from "#dashboard/panel/explain.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { wayOutOf } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import type { LatestMonth } from "#referrals/latest-month.ts";
import { useMarketName } from "#ui/value.tsx";
import {
  type HeadlineFigures,
  headlineOf,
  headlineQueriesOf,
  headlineRows,
  type OverdueCount,
} from "./headline-model.ts";

const FIGURES = ["latest", "change", "accepted", "overdue"] as const;

/** A summary in a few sentences, linked to the referrals. */
export function Headline({ overdue }: { overdue: QueryState<OverdueCount> }): ReactNode {
  const { selection, config, viewData } = useView();
  const news = useHeadline();
  if (selection.panels.length > 0 && !selection.panels.includes("headline")) return null;
  if (news.kind === "error") return <QueryError state={news} missing="headline.failed" />;
  // One sentence more is to come.
  const isLong = ageKnowledge(config.data, viewData.dataset.undated) === "at-least";
  return (
    <div className={isLong ? "headline headline--long" : "headline"}>
      {news.kind !== "pending" && (
        <>
          <p>
            <Sentences news={news} overdue={currentData(overdue)} />
          </p>{" "}
          <Explain figures={FIGURES} queries={news.kind === "success" ? news.queries : []} />
        </>
      )}
    </div>
  );
}

function Sentences({ news, overdue }: { news: News; overdue: OverdueCount | null }): ReactNode {
  const { config, viewData } = useView();
  const hasOutcomes = missingForOutcomes(config.data).length === 0;
  return (
    <>
      {news.kind === "success" && <Came {...news} />}{" "}
      {news.kind === "success" && hasOutcomes && viewData.resolved.basis === "created" && (
        <Answered {...news} />
      )}{" "}
      {overdue && <OverdueNow overdue={overdue} />}
    </>
  );
}

type NewsProps = { headline: HeadlineFigures; month: LatestMonth };

function Came({ headline, month }: NewsProps): ReactNode {
  const i18n = useI18n();
  const { t, tRich, formats } = i18n;
  const { selection, viewData } = useView();
  const { basis } = viewData.resolved;
  const { count, trend } = headline;
  const { days, before } = month;
  const came = (
    <OpenRecords drill={{ within: days }} count={count}>
      <data value={count}>{t("trust.referrals", { count })}</data>
    </OpenRecords>
  );
  const hasChanged = trend.kind === "more" || trend.kind === "fewer";
  const why = {
    figure: "created",
    drill: {},
    selection,
    days: { period: days, comparison: before },
  } as const;
  return (
    <>
      {tRich(`headline.${month.kind}`, {
        ...spansOf(month, i18n),
        came,
        count,
        basis: t(`basis.${basis}`),
        trend: trend.kind,
        percent: "fraction" in trend ? formats.percent(trend.fraction) : "",
        days: Number(days.to.slice(-2)),
      })}
      {hasChanged && <WhyLink {...why} />}
    </>
  );
}

/** Both ranges as text: whole months by name, partial ones by days. */
function spansOf({ kind, days, before }: LatestMonth, { formats }: I18n): { month: string; before: string } {
  const spans = { month: days, before };
  const name = ({ from, to }: LatestMonth["days"]) =>
    kind === "part" ? formats.days(from, to) : formats.bucket(from, "month");
  return { month: name(spans.month), before: name(spans.before) };
}

function Answered({ headline, month }: NewsProps): ReactNode {
  const { t, tRich, formats } = useI18n();
  const { accepted, waiting } = headline;
  if (accepted.kind === "absent") return null;
  const within = month.days;
  return tRich("headline.answered", {
    accepted: (
      <OpenRecords drill={{ within, reached: "accepted" }} count={accepted.part}>
        <data value={accepted.part}>{t("headline.accepted", { count: accepted.part })}</data>
      </OpenRecords>
    ),
    rate: formats.percent(accepted.value),
    waiting: (
      <OpenRecords drill={{ within, overdue: "waiting" }} count={waiting}>
        <data value={waiting}>{t("headline.waiting", { count: waiting })}</data>
      </OpenRecords>
    ),
  });
}

function OverdueNow({ overdue: { count, most } }: { overdue: OverdueCount }): ReactNode {
  const { t, tRich, formats } = useI18n();
  const nameOf = useMarketName();
  const { config, viewData } = useView();
  const known = ageKnowledge(config.data, viewData.dataset.undated);
  if (typeof known === "object") {
    const fields = formats.list(known.missing.map((field) => t(`field.${field}`)));
    return `${t("headline.overdue.absent", { fields, source: sourceKind(config.data) })} ${wayOutOf(known.missing, t, config.data)}`;
  }
  if (count === 0) return t(known === "known" ? "headline.overdue.none" : "headline.overdue.unknown");
  const some = known === "at-least" && ` ${t("headline.overdue.some")}`;
  const overdue = (
    <OpenRecords drill={{ overdue: "answer" }} count={count}>
      <data value={count}>{t("headline.overdue.count", { count })}</data>
    </OpenRecords>
  );
  const ofMarket = most && (
    <OpenRecords drill={{ overdue: "answer", markets: [most.market] }} count={most.count}>
      <data value={most.count}>{formats.count(most.count)}</data>
    </OpenRecords>
  );
  return (
    <>
      {ofMarket
        ? tRich("headline.overdue.most", { overdue, most: ofMarket, market: nameOf(most.market) })
        : tRich("headline.overdue.all", { overdue })}
      {some}
    </>
  );
}

/** Referrals of a month, pending, or none where no day of the selection has passed. */
type News =
  | { kind: "success"; headline: HeadlineFigures; month: LatestMonth; queries: readonly string[] }
  | { kind: "pending" | "none" }
  | Extract<QueryState<unknown>, { kind: "error" }>;

/** Referrals of the latest month of the selection, against the month before. */
function useHeadline(): News {
  const { viewData, selection } = useView();
  const queries = headlineQueriesOf(viewData, selection);
  const states = [useOutcomeCounts(queries?.now ?? null), useOutcomeCounts(queries?.before ?? null)] as const;
  const [came, cameBefore] = [currentData(states[0]), currentData(states[1])];
  if (queries === null) return { kind: "none" };
  if (came === null || (queries.before !== null && cameBefore === null))
    return states.find((one) => one.kind === "error") ?? { kind: "pending" };
  const { rows, before } = headlineRows(queries, came, cameBefore);
  return {
    kind: "success",
    headline: headlineOf(rows, before),
    month: queries.month,
    queries: [...came.queries, ...(cameBefore?.queries ?? [])],
  };
}
