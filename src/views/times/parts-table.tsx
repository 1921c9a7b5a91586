import type { ReactNode } from "react";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { partDrill } from "#dashboard/figures/part-drill.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { type Breakdown, TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import { FEW } from "#referrals/rate.ts";
import type { Time } from "#referrals/times.ts";
import type { Drill } from "#selection/drill.ts";
import { TIME_COLUMNS, type TimeColumn, type TimeSort } from "#selection/keys/times.ts";
import { SortButton } from "#ui/sort-button.tsx";
import { answerDrill } from "./answered-panel.tsx";
import { drillOfTime, TimeFigure } from "./duration.tsx";
import { nextSort, sortParts, sortWay } from "./sort-parts.ts";
import type { PartedTimes, PartTimes } from "./times-view-model.ts";
import { roundTime } from "./words.ts";

export type PartsTableProps = {
  parted: PartedTimes;
  by: Breakdown;
  time: Time;
  limitMs: number;
  look: SeriesLook;
  sort: TimeSort;
  onSort: (sort: TimeSort) => void;
  /** Every part on a row of its own, instead of Other. */
  showsAll: boolean;
};

/** Times by the parts of the selection, sortable by each column; a press on a name looks at it alone. */
export function PartsTable(props: PartsTableProps): ReactNode {
  const { parted, by, look, sort, onSort, showsAll, limitMs } = props;
  const i18n = useI18n();
  const way = sortWay(sort);
  const shown = showsAll ? [...parted.first, ...parted.members] : parted.first;
  const compareNames = new Intl.Collator(i18n.locale).compare;
  const sorted = sortParts(shown, way, (a, b) => compareNames(look.nameOf(a), look.nameOf(b)));
  const keys = parted.first.map(({ key }) => key);
  return (
    <table className="table times__parts">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className={`times__${column}`}
              aria-sort={way.column !== column ? "none" : way.descends ? "descending" : "ascending"}
            >
              <SortButton
                name={columnName(column, by, limitMs, i18n)}
                onClick={() => onSort(nextSort(way, column))}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((part) => (
          <PartRow
            key={part.key}
            {...props}
            part={part}
            drill={partDrill({ kind: "series", key: part.key }, null, keys, by)}
          >
            <PartName by={by} part={part} look={look} />
          </PartRow>
        ))}
        {!showsAll && parted.other && (
          <PartRow {...props} part={parted.other} drill={partDrill({ kind: "other" }, null, keys, by)}>
            <data value="other">{i18n.words("times.parts.other", { count: parted.members.length })}</data>
          </PartRow>
        )}
      </tbody>
    </table>
  );
}

const COLUMNS: readonly TimeColumn[] = ["name", ...TIME_COLUMNS.filter((column) => column !== "name")];

function columnName(column: TimeColumn, by: Breakdown, limitMs: number, i18n: I18n): string {
  const { words } = i18n;
  if (column === "name") return words(`times.parts.name.${by}`);
  if (column === "share") return words("times.parts.share", { limit: roundTime(limitMs, i18n) });
  return words(`times.${column}`);
}

type PartRowProps = PartsTableProps & { part: PartTimes; drill: Drill; children: ReactNode };

function PartRow({ part, drill, time, limitMs, children }: PartRowProps): ReactNode {
  const { words } = useI18n();
  const { referrals, summary, inTime } = part;
  const base = summary.kind === "absent" ? 0 : summary.count;
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="times__referrals">
        <Figure value={referrals} drill={drill} />
      </td>
      <td className="times__base">
        <Figure value={base} drill={{ ...drill, ...drillOfTime(time) }} />
        {base > 0 && base < FEW && <span className="few"> {words("key.few")}</span>}
      </td>
      {(["median", "p75", "p90"] as const).map((of) => (
        <td key={of} className={`times__${of}`}>
          <TimeFigure summary={summary} of={of} time={time} drill={drill} />
        </td>
      ))}
      <td className="times__share">
        <RateFigure rate={inTime} drill={{ ...drill, ...answerDrill(limitMs, "in-time") }} />
      </td>
    </tr>
  );
}

type PartNameProps = { by: Breakdown; part: PartTimes; look: SeriesLook };

function PartName({ by, part, look }: PartNameProps): ReactNode {
  const name = look.nameOf(part.key);
  return (
    <FilterMark term={TERM_OF_BREAKDOWN[by]} value={part.key} name={name} className="plain-button">
      <span className="swatch" style={{ background: look.colourOf(part.key) }} />{" "}
      <data value={part.key}>{name}</data>
    </FilterMark>
  );
}
