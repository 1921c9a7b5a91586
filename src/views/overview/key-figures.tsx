import type { ReactNode } from "react";
import { ageKnowledge, sourceKind } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { ChangeValue } from "#dashboard/figures/change.tsx";
import { earlierColumns } from "#dashboard/figures/earlier-columns.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { figureColumns, rateValue, smallNote } from "#dashboard/figures/figure-columns.tsx";
import { wayOutOf } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import type { Rate } from "#referrals/rate.ts";
import type { TargetNote } from "#routine/targets/target-notes.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel } from "#table/column.ts";
import type { KeyFigure, LateCount } from "./overview-view-model.ts";

const NAMES: Record<KeyFigure["key"], MessageKey> = {
  created: "key.created",
  acknowledged: "key.acknowledged",
  accepted: "key.accepted",
  won: "key.won",
  acceptance: "key.acceptance",
  win: "key.win",
  open: "key.open",
  overdue: "key.overdue",
};

/** `isComparing` reserves space for pending changes, to avoid a layout shift. */
export type KeyFiguresProps = {
  figures: readonly KeyFigure[];
  isComparing: boolean;
  notesOf: NotesOfFigure;
};

/** How a figure stands to targets. */
export type NotesOfFigure = (key: KeyFigure["key"]) => readonly TargetNote[];

/** The key figures in one row, each with its base. */
export function KeyFigures({ figures, isComparing, notesOf }: KeyFiguresProps): ReactNode {
  const { t } = useI18n();
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.key} className="figure">
          <dt>{t(NAMES[figure.key])}</dt>
          <dd className="figure__value">
            <Value figure={figure} />
          </dd>
          <dd className="figure__note">
            <Note figure={figure} />
          </dd>
          <ChangeNote figure={figure} isComparing={isComparing} />
          {notesOf(figure.key).map(({ name, text, isMissed }) => (
            <dd key={name} className={isMissed ? "figure__note figure__note--missed" : "figure__note"}>
              {text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

type ChangeNoteProps = { figure: KeyFigure; isComparing: boolean };

function ChangeNote({ figure, isComparing }: ChangeNoteProps): ReactNode {
  if (figure.kind === "now") return null;
  const { change } = figure;
  if (isComparing)
    return <dd className={`figure__note figure__note--waiting figure__note--${figure.kind}`} />;
  if (change === null || change.kind === "absent") return null;
  return (
    <dd className="figure__note">
      <ChangeValue change={change} drill={DRILLS[figure.key]} why={figure.key} />
    </dd>
  );
}

const DRILLS: Record<KeyFigure["key"], Drill> = {
  created: {},
  acknowledged: { reached: "acknowledged" },
  accepted: { reached: "accepted" },
  won: { outcomes: ["won"] },
  acceptance: { reached: "accepted" },
  win: { outcomes: ["won"] },
  open: { fate: "open" },
  overdue: { overdue: "answer" },
};

function Value({ figure }: { figure: KeyFigure }): ReactNode {
  const { t } = useI18n();
  const drill = DRILLS[figure.key];
  if (figure.kind === "rate") return <RateFigure rate={figure.rate} drill={drill} />;
  if (figure.count === "waiting") return <span>…</span>;
  if (figure.count === "absent") return <span className="figure__missing">{t("key.absent")}</span>;
  if (figure.count === "missing") return <span className="figure__missing">{t("key.missing")}</span>;
  return <Figure value={figure.count} drill={drill} />;
}

function Note({ figure }: { figure: KeyFigure }): ReactNode {
  const { t, formats } = useI18n();
  if (figure.kind === "rate") return <RateBase rate={figure.rate} />;
  if (figure.key === "overdue") return <OverdueNote count={figure.count} />;
  if (figure.key === "open") return t("key.new", { count: formats.count(figure.unanswered) });
  if (figure.share.kind === "absent" || figure.key === "created") return null;
  return t("key.ofCreated", { rate: formats.percent(figure.share.value) });
}

/** What the count means, or why the source lacks it. */
function OverdueNote({ count }: { count: LateCount }): ReactNode {
  const { t, formats } = useI18n();
  const { config, viewData } = useView();
  const { undated } = viewData.dataset;
  const known = ageKnowledge(config.data, undated);
  if (typeof known === "object") {
    const fields = formats.list(known.missing.map((field) => t(`field.${field}`)));
    return `${t("key.overdueAbsent", { fields, source: sourceKind(config.data) })}. ${wayOutOf(known.missing, t, config.data)}`;
  }
  const note = t("key.overdueNote");
  if (known === "known") return note;
  const undatedNote = t("key.undated", { count: undated });
  if (count === "absent") return undatedNote;
  return <span title={undatedNote}>{`${note}, ${t("key.atLeast")}`}</span>;
}

/** The base of a rate, with its interval as a tooltip. */
function RateBase({ rate }: { rate: Rate }): ReactNode {
  const { t, formats } = useI18n();
  if (rate.kind === "absent") return null;
  const interval = t("key.interval", {
    low: formats.percent(rate.low),
    high: formats.percent(rate.high),
  });
  return (
    <span title={interval}>
      {t("key.rateOf", { part: formats.count(rate.part), base: formats.count(rate.base) })}
    </span>
  );
}

/** `notesOf`: null without any target. */
export function keyFiguresTable(
  figures: readonly KeyFigure[],
  notesOf: NotesOfFigure | null,
  i18n: I18n,
): TableModel<KeyFigure> {
  const { t } = i18n;
  const make = figureColumns<KeyFigure>(i18n);
  return {
    columns: [
      make.name({
        id: "figure",
        header: t("key.figure"),
        named: ({ key }) => ({ code: key, name: t(NAMES[key]) }),
      }),
      {
        id: "value",
        header: t("key.value"),
        kind: (figure) => (figure.kind === "rate" ? "share" : "count"),
        value: (figure) => figureValue(figure, i18n),
        note: (figure) => (figure.kind === "rate" ? smallNote(figure.rate, i18n) : null),
        cell: (figure) => <Value figure={figure} />,
      },
      make.count({
        id: "basis",
        header: t("key.basis"),
        value: (figure) => (figure.kind === "rate" && figure.rate.kind === "rate" ? figure.rate.base : null),
        drill: () => ({}),
      }),
      make.change({
        id: "change",
        header: t("key.change"),
        change: (figure) =>
          figure.kind === "now" || figure.change === null
            ? null
            : { change: figure.change, drill: DRILLS[figure.key], why: figure.key },
      }),
      ...(notesOf ? [targetColumn(notesOf, i18n)] : []),
      ...earlierColumns<KeyFigure>(
        {
          id: "before",
          header: (judged) => t(judged === "today" ? "key.beforeToday" : "key.before"),
          figures: (figure) => (figure.kind === "now" ? null : figure.before),
          drill: ({ key }) => DRILLS[key],
        },
        i18n,
      ),
    ],
    rows: figures,
    rowKey: ({ key }) => key,
  };
}

function targetColumn(notesOf: NotesOfFigure, i18n: I18n) {
  return figureColumns<KeyFigure>(i18n).text({
    id: "target",
    header: i18n.t("targets.column"),
    className: "text",
    value: ({ key }) =>
      notesOf(key)
        .map(({ text }) => text)
        .join(" ") || null,
  });
}

function figureValue(figure: KeyFigure, { t }: I18n): number | string | null {
  if (figure.kind === "rate") return rateValue(figure.rate);
  if (figure.count === "waiting") return "…";
  if (figure.count === "absent") return t("key.absent");
  return figure.count === "missing" ? t("key.missing") : figure.count;
}
