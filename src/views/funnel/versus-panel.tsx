import { type ReactNode, useMemo } from "react";
import { comparedAt } from "#dashboard/context/compared-at.ts";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView, type View } from "#dashboard/context/view-context.tsx";
import { judgedWords, useChangeText } from "#dashboard/figures/change.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Rival } from "#selection/keys/funnel.ts";
import { panelTable } from "#table/panel-table.tsx";
import { useVersus } from "./use-versus.ts";
import { VersusChart } from "./versus-chart.tsx";
import { useRivalName, VersusChoice, type VersusChoiceProps } from "./versus-choice.tsx";
import { beginsLater, isPartOf, type Versus, type VersusRow, versusFor } from "./versus-model.ts";
import { type OtherSide, versusTable } from "./versus-table.tsx";
import "./versus.css";

/** The page's selection against another one. */
export function VersusPanel(props: VersusChoiceProps): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t } = i18n;
  const view = useView();
  const { resolved } = view.viewData;
  const { rival } = props;
  const asOf = comparedAt(view);
  const versus = useMemo(() => versusFor(resolved, rival, asOf), [resolved, rival, asOf]);
  const { state, source } = useVersus(versus);
  const names = useNames(versus, rival);
  const nothing = <p className="message">{t("versus.nothing")}</p>;
  return (
    <QueryPanel
      name="compare"
      title={t("versus.title")}
      subtitle={versus ? t("versus.subtitle", { a: names.a, b: names.b }) : undefined}
      needs={missing}
      state={state}
      figures={["change", "acceptance", "win", "close", "interval", "open"]}
      source={source}
      action={<VersusChoice {...props} />}
      chart={(rows) => {
        if (!versus) return nothing;
        if (isEmpty(rows)) return <Empty />;
        return (
          <>
            <VersusChart rows={rows} versus={versus} names={names} />
            <VersusNotes rows={rows} versus={versus} names={names} />
          </>
        );
      }}
      tables={(rows) =>
        versus ? [panelTable(versusTable({ rows, versus, names, other: otherSide(versus, view) }, i18n))] : []
      }
    />
  );
}

/** The other days judged the other way; null where a rival is compared. */
function otherSide(versus: Versus, { viewData, selection }: View): OtherSide | null {
  if (versus.kind === "rival") return null;
  const judged = selection.judged === "today" ? "equal-age" : "today";
  const asOf = comparedAt({ viewData, selection: { ...selection, judged } });
  return { judged, side: { ...versus.b, asOf } };
}

/** Neither of the two has any referral. */
function isEmpty(rows: readonly VersusRow[]): boolean {
  return rows.every((row) => row.kind === "rate" || (row.a === 0 && row.b === 0));
}

type Names = Record<"a" | "b", string>;

/** Other days are called by their range; a rival by its name, against "this selection", both with their range. */
function useNames(versus: Versus | null, rival: Rival | null): Names {
  const { t, formats } = useI18n();
  const nameOf = useRivalName();
  if (versus === null) return { a: "", b: "" };
  const [a, b] = [versus.a, versus.b].map(({ period }) => formats.days(period.from, period.to));
  if (rival === null) return { a: a ?? "", b: b ?? "" };
  return {
    a: t("versus.here", { period: a ?? "" }),
    b: t(`versus.rival.${rival.dimension}`, { name: nameOf(rival), period: b ?? "" }),
  };
}

type VersusNotesProps = { rows: readonly VersusRow[]; versus: Versus; names: Names };

/** What the comparison says, and what stands against taking it at its word. */
function VersusNotes({ rows, versus, names }: VersusNotesProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { resolved, dataset } = useView().viewData;
  const changeWords = useChangeText();
  const changeOf = (key: VersusRow["key"]) =>
    changeWords(rows.find((row) => row.key === key)?.change ?? { kind: "absent" });
  const created = rows.find(({ key }) => key === "created");
  const open = openShares(rows).map((share) => formats.percent(share));
  const months = dataset.months;
  const nothing = created?.kind === "count" && created.b === 0;
  const notes = [
    nothing
      ? t("empty.filter", { period: names.b })
      : t("versus.sentence", {
          b: names.b,
          created: changeOf("created"),
          acceptance: changeOf("acceptance"),
          win: changeOf("win"),
        }),
    versus.kind === "cut" && t("versus.cut"),
    (versus.kind === "whole" || versus.kind === "cut") && judgedWords(i18n, versus.b.asOf),
    versus.kind === "nothing-passed" && t("versus.nothingPassed"),
    versus.kind === "rival" && isPartOf(versus.rival, resolved.filters) && t("versus.part"),
    months &&
      beginsLater(dataset, versus.b.period) &&
      t("versus.begins", { month: formats.bucket(months.first, "month") }),
    !nothing && t("versus.open.sentence", { a: open[0] ?? "", b: open[1] ?? "" }),
  ];
  return <p className="panel__note">{notes.filter(Boolean).join(" ")}</p>;
}

/** The share of each side that is still open, 0 where there is nothing. */
function openShares(rows: readonly VersusRow[]): number[] {
  const counts = new Map(rows.map((row) => [row.key, row]));
  const [created, open] = [counts.get("created"), counts.get("open")];
  if (created?.kind !== "count" || open?.kind !== "count") return [];
  return [open.a / Math.max(created.a, 1), open.b / Math.max(created.b, 1)];
}
