import type { ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { codeHead, figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { HOUR_MS } from "#lib/calendar.ts";
import type { Answered } from "#records/answered.ts";
import { ANSWER_GROUPS, type AnswerGroup } from "#referrals/answer-group.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel } from "#table/column.ts";
import { roundTime } from "./duration.tsx";

const COLOURS: Record<AnswerGroup, string> = {
  "in-time": "var(--accent)",
  late: "color-mix(in oklab, var(--panel) 50%, var(--accent))",
  unanswered: "var(--worse)",
  "still-within": "color-mix(in oklab, var(--panel) 60%, var(--ink-3))",
  unknown: "var(--line)",
};

export function answerDrill(limitMs: number, group: AnswerGroup): Drill {
  return { answer: { hours: limitMs / HOUR_MS, group } };
}

/** The share answered within each limit, and a stacked bar of all groups. */
export function AnsweredPicture({ answered }: { answered: readonly Answered[] }): ReactNode {
  return answered.map((one) => <AnsweredBar key={one.limitMs} answered={one} />);
}

function AnsweredBar({ answered }: { answered: Answered }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { limitMs, counts, created, share } = answered;
  return (
    <div className="times__answered">
      <p>
        <strong className="figure__value">
          <RateFigure rate={share} drill={answerDrill(limitMs, "in-time")} />
        </strong>{" "}
        {t("times.answered.within", { limit: roundTime(limitMs, i18n) })}
      </p>
      <div className="times__bar" aria-hidden="true">
        {ANSWER_GROUPS.map((group) => (
          <span
            key={group}
            style={{ width: `${(counts[group] / Math.max(created, 1)) * 100}%`, background: COLOURS[group] }}
          />
        ))}
      </div>
      <ul className="times__groups">
        {ANSWER_GROUPS.map((group) => (
          <li key={group}>
            <span className="swatch" style={{ background: COLOURS[group] }} /> {t(`times.answered.${group}`)}{" "}
            <strong>
              <Figure value={counts[group]} drill={answerDrill(limitMs, group)} />
            </strong>
          </li>
        ))}
      </ul>
      <p className="panel__note">{useEquation(answered)}</p>
    </div>
  );
}

function useEquation({ created, counts, shareOfDecided }: Answered): string {
  const { t, formats } = useI18n();
  const values = {
    created: formats.count(created),
    inTime: formats.count(counts["in-time"]),
    late: formats.count(counts.late),
    unanswered: formats.count(counts.unanswered),
    stillWithin: formats.count(counts["still-within"]),
    unknown: formats.count(counts.unknown),
  };
  if (shareOfDecided.kind === "absent") return t("times.answered.equationNone", values);
  return t("times.answered.equation", { ...values, share: formats.percent(shareOfDecided.value) });
}

type AnsweredRow = AnswerGroup | "created" | "share";

/** A row per group, a column per limit. */
export function answeredTable(answered: readonly Answered[], i18n: I18n): TableModel<{ row: AnsweredRow }> {
  const { t } = i18n;
  const make = figureColumns<{ row: AnsweredRow }>(i18n);
  return {
    columns: [
      make.name({
        id: "group",
        header: t("times.answered.group"),
        named: ({ row }) => ({ code: row, name: t(`times.answered.${row}`) }),
      }),
      ...answered.map(({ limitMs, counts, created, share }) =>
        make.figure({
          id: String(limitMs),
          ...codeHead(limitMs, t("times.answered.within", { limit: roundTime(limitMs, i18n) })),
          figure: ({ row }) =>
            row === "share"
              ? { kind: "rate", rate: share }
              : { kind: "count", count: row === "created" ? created : counts[row] },
          drill: ({ row }) =>
            row === "created" ? {} : answerDrill(limitMs, row === "share" ? "in-time" : row),
        }),
      ),
    ],
    rows: [...ANSWER_GROUPS, "created" as const, "share" as const].map((row) => ({ row })),
    rowKey: ({ row }) => row,
  };
}
