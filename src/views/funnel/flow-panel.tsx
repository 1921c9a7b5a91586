import type { ReactNode } from "react";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { funnelTables } from "#dashboard/figures/funnel-tables.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { type Funnel, funnelOf, totalCounted } from "#referrals/funnel.ts";
import { FlowChart } from "./flow-chart.tsx";
import { type LedgerPart, largestExit, ledgerOf } from "./flow-model.ts";
import "./flow.css";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { Figure, ShareFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { type QuerySource, sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";

/** The status funnel of the selection. */
export function FlowPanel(): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { period, basis } = useView().viewData.resolved;
  const { state, source, impliedWins } = useFlow();
  return (
    <QueryPanel
      name="funnel"
      title={t("flow.title")}
      subtitle={t("funnel.subtitle", {
        period: formats.period(period.from, period.to),
        basis: t(`basis.${basis}`),
      })}
      needs={missing}
      state={state}
      figures={["created", "acknowledged", "accepted", "won", "outcome", "exits", "open", "implied", "step"]}
      source={source}
      chart={(funnel) =>
        funnel.created === 0 ? (
          <Empty />
        ) : (
          <>
            <div className="flow-pair">
              <FlowChart funnel={funnel} impliedWins={impliedWins} />
              <FlowLedger funnel={funnel} />
            </div>
            <FlowSentence funnel={funnel} />
          </>
        )
      }
      tables={(funnel) => funnelTables(funnel, impliedWins, i18n)}
    />
  );
}

function FlowSentence({ funnel }: { funnel: Funnel }): ReactNode {
  const { t, formats } = useI18n();
  const share = (count: number) => formats.percent(count / funnel.created);
  const exit = largestExit(funnel);
  return (
    <p className="panel__note">
      {t("flow.sentence", {
        count: funnel.created,
        accepted: share(funnel.accepted),
        won: share(funnel.won),
        open: share(funnel.open),
      })}{" "}
      {exit &&
        t("flow.sentence.exit", {
          outcome: t(`outcome.${exit.outcome}`),
          stage: t(`stage.${exit.stage}`),
          count: formats.count(exit.count),
          share: share(exit.count),
        })}
    </p>
  );
}

/** The equation Created = Won + exits + open; each term is a filter toggle and a link to its referrals. */
function FlowLedger({ funnel }: { funnel: Funnel }): ReactNode {
  const { t } = useI18n();
  return (
    <ul className="ledger" aria-label={t("flow.equation")}>
      <li className="ledger__row ledger__row--sum">
        <span className="ledger__name">{t("stage.created")}</span>
        <strong>
          <Figure value={funnel.created} drill={{}} />
        </strong>
      </li>
      {ledgerOf(funnel).map((part, at) => (
        <LedgerRow key={part.outcome} part={part} sign={at === 0 ? "=" : "+"} />
      ))}
    </ul>
  );
}

function LedgerRow({ part, sign }: { part: LedgerPart; sign: string }): ReactNode {
  const { t } = useI18n();
  const { outcome, count, share } = part;
  const name = t(`outcome.${outcome}`);
  return (
    <li className="ledger__row">
      <span className="ledger__sign">{sign}</span>
      <span className="ledger__name">
        <span className="swatch" style={{ background: outcomeColour(outcome) }} />
        <FilterMark filterKey="outcomes" value={outcome} name={name} className="plain-button">
          {name}
        </FilterMark>
      </span>
      <Figure value={count} drill={{ outcomes: [outcome] }} />
      <span className="second">
        <ShareFigure rate={share} drill={{ outcomes: [outcome] }} />
      </span>
    </li>
  );
}

const MARKET = ["customerMarket"] as const;
const WON_DATE = ["wonDate"] as const;

type Flow = {
  state: QueryState<Funnel>;
  source: QuerySource | null;
  /** Wins without a won date; null while unknown. */
  impliedWins: number | null;
};

/** The funnel of the page's selection. Implied wins have their own query, because nothing else needs it. */
function useFlow(): Flow {
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: MARKET });
  const dated = useOutcomeCounts({ population, filters, fields: WON_DATE });
  return {
    state: mapData(outcomeCounts, ({ rows }) => funnelOf(rows)),
    source: sourceOf(outcomeCounts),
    impliedWins: dated.kind === "success" && !dated.isPlaceholder ? impliedWinsOf(dated.value) : null,
  };
}

function impliedWinsOf({ rows }: OutcomeCountsResult): number {
  return totalCounted(rows.filter(({ outcome, keys: [date] }) => outcome === "won" && date === null));
}
