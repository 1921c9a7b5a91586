import { type ReactNode, useMemo, useState } from "react";
import { comparedAt } from "#dashboard/context/compared-at.ts";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView, type View } from "#dashboard/context/view-context.tsx";
import { useIsAcceptanceUnproved } from "#dashboard/data/use-comparison.ts";
import { changeText, judgedText } from "#dashboard/figures/change.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { VersusKeys } from "#selection/keys/funnel.ts";
import { parseRival, printRival, type Rival } from "#selection/keys/rival.ts";
import { notedTable } from "#table/panel-table.tsx";
import { useVersus } from "./use-versus.ts";
import { VersusChart } from "./versus-chart.tsx";
import { beginsLater, isPartOf, type Versus, type VersusRow, versusFor } from "./versus-model.ts";
import { type OtherSide, versusTable } from "./versus-table.tsx";
import "./versus.css";
import { useRivalName } from "#dashboard/context/series-look.ts";
import { valueCounts } from "#queries/dataset-summary.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { COMPARISONS } from "#referrals/comparison.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";

/** The page's selection compared with another one. */
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
  const isAcceptanceUnproved = useIsAcceptanceUnproved();
  const note = versus && versusNote(versus, isAcceptanceUnproved, i18n);
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
        versus
          ? [notedTable(versusTable({ rows, versus, names, other: otherSide(versus, view) }, i18n), note)]
          : []
      }
      notes={note === null ? [] : [note]}
    />
  );
}

/** How another period is compared; null for a rival, which has the same days. */
function versusNote({ kind, b }: Versus, isAcceptanceUnproved: boolean, i18n: I18n): string | null {
  const { t } = i18n;
  if (kind === "rival") return null;
  if (kind === "nothing-passed") return t("versus.nothingPassed");
  return [kind === "cut" ? t("versus.cut") : "", judgedText(i18n, b.asOf, isAcceptanceUnproved)]
    .join(" ")
    .trim();
}

/** The other period judged the other way; null for a rival. */
function otherSide(versus: Versus, { viewData, selection }: View): OtherSide | null {
  if (versus.kind === "rival") return null;
  const judged = selection.judged === "today" ? "equal-age" : "today";
  const asOf = comparedAt({ viewData, selection: { ...selection, judged } });
  return { judged, side: { ...versus.b, asOf } };
}

/** Neither side has referrals. */
function isEmpty(rows: readonly VersusRow[]): boolean {
  return rows.every((row) => row.kind === "rate" || (row.a === 0 && row.b === 0));
}

type Names = Record<"a" | "b", string>;

/** Another period is named by its range; a rival by its name, against "this selection", both with their range. */
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

/** Result and limits of the comparison. */
function VersusNotes({ rows, versus, names }: VersusNotesProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { resolved, dataset } = useView().viewData;
  const changeOf = (key: VersusRow["key"]) =>
    changeText(rows.find((row) => row.key === key)?.change ?? { kind: "absent" }, i18n);
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
    versusNote(versus, useIsAcceptanceUnproved(), i18n),
    versus.kind === "rival" && isPartOf(versus.rival, resolved.filters) && t("versus.part"),
    months &&
      beginsLater(dataset, versus.b.period) &&
      t("versus.begins", { month: formats.bucket(months.first, "month") }),
    !nothing && t("versus.open.sentence", { a: open[0] ?? "", b: open[1] ?? "" }),
  ];
  return <p className="panel__note">{notes.filter(Boolean).join(" ")}</p>;
}

/** The share of each side that is still open; 0 when empty. */
function openShares(rows: readonly VersusRow[]): number[] {
  const counts = new Map(rows.map((row) => [row.key, row]));
  const [created, open] = [counts.get("created"), counts.get("open")];
  if (created?.kind !== "count" || open?.kind !== "count") return [];
  return [open.a / Math.max(created.a, 1), open.b / Math.max(created.b, 1)];
}

type VersusChoiceProps = {
  rival: Rival | null;
  onChange: (part: Partial<VersusKeys>) => void;
};

const DAYS = [...COMPARISONS, "none"] as const;

/** Chooses the other side: a period, a market or a size. */
function VersusChoice({ rival, onChange }: VersusChoiceProps): ReactNode {
  const { t } = useI18n();
  const { selection, viewData } = useView();
  // The options are fetched when the pointer or focus comes near.
  const [isNear, setNear] = useState(false);
  const choose = (text: string) => {
    const days = DAYS.find((one) => one === text);
    onChange(days === undefined ? { rival: parseRival(text) } : { rival: null, compare: days });
  };
  return (
    <select
      className="select versus__choice"
      aria-label={t("versus.with")}
      value={rival ? printRival(rival) : selection.compare}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      onFocus={() => setNear(true)}
      onPointerEnter={() => setNear(true)}
    >
      {DAYS.map((days) => (
        <option key={days} value={days}>
          {t(`versus.with.${days}`)}
        </option>
      ))}
      <Rivals dimension="market" keys={viewData.dataset.markets.map(({ code }) => code)} chosen={rival} />
      <Rivals dimension="partner" keys={useKeysOf("partner", isNear)} chosen={rival} />
      <Rivals dimension="size" keys={useKeysOf("size", isNear).toSorted(compareOrgSizes)} chosen={rival} />
    </select>
  );
}

type RivalsProps = { dimension: Rival["dimension"]; keys: readonly string[]; chosen: Rival | null };

function Rivals({ dimension, keys, chosen }: RivalsProps): ReactNode {
  const { t } = useI18n();
  const nameOf = useRivalName();
  const absent = chosen?.dimension === dimension && !keys.includes(chosen.value) ? [chosen.value] : [];
  return (
    <optgroup label={t(`versus.group.${dimension}`)}>
      {[...absent, ...keys].map((value) => (
        <option key={value} value={printRival({ dimension, value })}>
          {nameOf({ dimension, value })}
        </option>
      ))}
    </optgroup>
  );
}

function useKeysOf(dimension: "partner" | "size", isWanted: boolean): string[] {
  const field = DIMENSIONS[dimension].field;
  const query = isWanted ? { filter: null, groupBy: [field] as const, level: "month" as const } : null;
  const state = useGrouped(query);
  return state.kind === "success"
    ? valueCounts(state.value.cube, DIMENSIONS[dimension].filter).map(({ key }) => key)
    : [];
}
