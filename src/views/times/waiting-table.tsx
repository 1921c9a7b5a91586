import type { ReactNode } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Market, useMarketName } from "#ui/value.tsx";
import { CustomerLink } from "./customer-link.tsx";
import { Duration } from "./duration.tsx";
import type { WaitingReferral } from "./overdue.ts";
import { roundTime } from "./words.ts";

export type WaitingTableProps = {
  caption?: string;
  rows: readonly WaitingReferral[];
  /** Until when something is left. */
  limitMs: number;
  drill: Drill;
};

/** Referrals that wait, the most urgent first: for whom, where, since when, and what is left. */
export function WaitingTable({ caption, rows, limitMs, drill }: WaitingTableProps): ReactNode {
  const i18n = useI18n();
  const { words } = i18n;
  if (rows.length === 0) return null;
  return (
    <table className="table times__waiting">
      {caption && <caption>{caption}</caption>}
      <TableHead
        columns={[
          "times.overdue.name",
          { words: "times.overdue.market", className: "text" },
          { words: "times.overdue.outcome", className: "text times__status" },
          "times.overdue.age",
          { key: "left", name: words("times.overdue.untilExpiry", { limit: roundTime(limitMs, i18n) }) },
        ]}
      />
      <tbody>
        {rows.map((referral) => (
          <WaitingRow key={referral.row} referral={referral} drill={drill} />
        ))}
      </tbody>
    </table>
  );
}

function WaitingRow({ referral, drill }: { referral: WaitingReferral; drill: Drill }): ReactNode {
  const { words, formats } = useI18n();
  const nameOf = useMarketName();
  const { id, name, market, outcome, createdAt, ageMs } = referral;
  return (
    <tr>
      <th scope="row">
        <CustomerLink id={id} name={name} drill={drill} />
      </th>
      <td className="text">
        <FilterMark term="markets" value={market} name={nameOf(market)} className="plain-button">
          <Market code={market} />
        </FilterMark>
      </td>
      <td className="text times__status">
        <span className="swatch" style={{ background: outcomeColour(outcome) }} />{" "}
        <data value={outcome}>{words(`outcome.${outcome}`)}</data>
      </td>
      <td title={formats.dateTime(createdAt)}>
        <time dateTime={new Date(createdAt).toISOString()}>
          <Duration ms={ageMs} />
        </time>
      </td>
      <td>
        <Left ms={referral.leftMs} />
      </td>
    </tr>
  );
}

/** What is left until a limit, or how long it is over. */
function Left({ ms }: { ms: number }): ReactNode {
  const { words, formats } = useI18n();
  const time = formats.duration(Math.abs(ms));
  const text = words(ms < 0 ? "times.overdue.over" : "times.overdue.left", { time });
  return (
    <data value={ms} data-unit="ms" className={ms < 0 ? "times__over" : undefined}>
      {text}
    </data>
  );
}
