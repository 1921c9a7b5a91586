import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type RoutingMatrix, routingMatrix } from "#referrals/routing-matrix.ts";
import { CELL_FIGURES, MARKETS_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { DataTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { useMarketName } from "#ui/value.tsx";
import { routingTable } from "./routing-table.tsx";

const ROUTE = ["customerMarket", "partnerMarket"] as const;

/** From which market referrals come, and to partners of which market they go. */
export function RoutingPanel(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const nameOf = useMarketName();
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const { keys, change } = useKeys(MARKETS_KEYS);
  const state = useOutcomeCounts({ population, filters, fields: ROUTE });
  const matrix = mapData(state, ({ rows }) =>
    routingMatrix(
      rows.map(({ keys: [customerMarket = null, partnerMarket = null], ...outcomeCount }) => ({
        ...outcomeCount,
        customerMarket,
        partnerMarket,
      })),
    ),
  );
  const model = (value: RoutingMatrix, isPicture: boolean) =>
    routingTable({ matrix: value, cell: keys.cell, isPicture, nameOf }, i18n);
  return (
    <QueryPanel
      name="routing"
      needs={["partnerMarket"]}
      title={t("routing.title")}
      subtitle={t("routing.subtitle")}
      state={matrix}
      figures={["routing", "market", "acceptance", "win", "interval", "other"]}
      source={state.kind === "success" ? state.value : null}
      action={
        <Choice
          isBare
          label={t("routing.cell")}
          value={keys.cell}
          options={CELL_FIGURES.map((key) => ({ key, name: t(`routing.cell.${key}`) }))}
          onChange={(cell) => change({ cell })}
        />
      }
      chart={(value) =>
        value.all.created === 0 ? (
          <Empty />
        ) : (
          <>
            <div className="table-scroll">
              <DataTable {...model(value, true)} />
            </div>
            <Sentence matrix={value} />
          </>
        )
      }
      tables={(value) => [panelTable(model(value, false))]}
    />
  );
}

function Sentence({ matrix }: { matrix: RoutingMatrix }): ReactNode {
  const { t, formats } = useI18n();
  const all = matrix.all.created;
  const domestic = matrix.domestic.reduce((sum, { created }) => sum + created, 0);
  const values = {
    domestic: formats.count(domestic),
    all: formats.count(all),
    share: formats.percent(domestic / all),
    crossed: formats.count(all - domestic),
  };
  return <p className="panel__note">{t("routing.sentence", values)}</p>;
}
