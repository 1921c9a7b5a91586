import type { ReactNode } from "react";
import type { QuerySource } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { QueryState } from "#queries/query-state.ts";
import type { AudienceRow, AudienceTable } from "#referrals/audience.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Count, Percent } from "#ui/value.tsx";
import { type Reach, rateFrom } from "./audience-model.ts";
import { AudiencePanel, Withheld } from "./audience-panel.tsx";

export type PartsPanelProps = {
  name: string;
  title: string;
  subtitle?: string;
  /** What the parts are: the head of their column. */
  term: string;
  nameOf: (key: string) => string;
  state: QueryState<AudienceTable | null>;
  source: QuerySource | null;
};

/** The parts of a selection with how far they came; small ones stand together. */
export function PartsPanel({ term, nameOf, ...panel }: PartsPanelProps): ReactNode {
  const parts = (table: AudienceTable | null, isPicture: boolean) =>
    table && <PartsTable table={table} term={term} nameOf={nameOf} isPicture={isPicture} />;
  return (
    <AudiencePanel
      {...panel}
      figures={["share", "acceptance", "win"]}
      chart={(table) => <div className="table-scroll">{parts(table, true)}</div>}
      table={(table) => parts(table, false)}
    />
  );
}

type PartsTableProps = Pick<PartsPanelProps, "term" | "nameOf"> & {
  table: AudienceTable;
  isPicture: boolean;
};

function PartsTable({ table, term, nameOf, isPicture }: PartsTableProps): ReactNode {
  const { words } = useI18n();
  const largest = Math.max(1, ...table.rows.map(({ count }) => count));
  const other = (members: number) => words("audience.others", { count: members });
  return (
    <table className="table audience__parts">
      <TableHead
        columns={[
          { key: "term", name: term },
          "markets.referrals",
          { words: "markets.share", className: "audience__share" },
          "markets.acceptance",
          "markets.win",
        ]}
      />
      <tbody>
        {table.rows.map(({ key, members, count, parts }) => (
          <tr key={key === null ? "other" : `part ${key}`}>
            <th scope="row">{key === null ? other(members.length) : nameOf(key)}</th>
            <td>
              {isPicture && (
                <span className="audience__bar" style={{ width: `${(count / largest) * 96}px` }} />
              )}
              <Count value={count} />
            </td>
            <td className="audience__share">
              <Percent value={count / table.count} />
            </td>
            <RateCell table={table} parts={parts} reach="accepted" />
            <RateCell table={table} parts={parts} reach="won" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type RateCellProps = { table: AudienceTable; parts: AudienceRow["parts"]; reach: Reach };

function RateCell({ table, parts, reach }: RateCellProps): ReactNode {
  const rate = rateFrom(table, parts, reach);
  if (rate === null)
    return (
      <td>
        <Withheld />
      </td>
    );
  return (
    <td>
      <Percent value={rate.kind === "rate" ? rate.value : null} />
    </td>
  );
}
