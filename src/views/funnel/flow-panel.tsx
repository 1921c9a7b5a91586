import type { ReactNode } from "react";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { funnelTables } from "#dashboard/figures/funnel-tables.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { FlowChart } from "./flow-chart.tsx";
import { FlowLedger } from "./flow-ledger.tsx";
import { largestExit } from "./flow-model.ts";
import { useFlow } from "./use-flow.ts";
import "./flow.css";

/** What became of the referrals of the selection, stage by stage. */
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
