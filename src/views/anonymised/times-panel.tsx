import { type ReactNode, useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Count, Percent } from "#ui/value.tsx";
import { type AudienceTime, type TimeBin, timeOf } from "./audience-model.ts";
import { AudiencePanel, MOST_APART, TooMany } from "./audience-panel.tsx";

const ALL = Object.keys(TIMES) as readonly Time[];

/** How long answers took, each time in a panel of its own, as each is about other referrals. */
export function TimesPanels(): ReactNode {
  const { words } = useI18n();
  const { dataset } = useView().basis;
  if (dataset.total > MOST_APART) return <TooMany title={words("times.key.title")} />;
  return ALL.map((time) => <TimePanel key={time} time={time} />);
}

function TimePanel({ time }: { time: Time }): ReactNode {
  const i18n = useI18n();
  const { words } = i18n;
  const outcomeCounts = usePairs(time);
  return (
    <AudiencePanel
      name={time}
      title={words(`times.of.${time}`)}
      subtitle={words("audience.times.subtitle")}
      state={mapData(outcomeCounts, ({ rows }) =>
        timeOf(rows.map(({ keys: [from = null, to = null], count }) => ({ from, to, count }))),
      )}
      figures={["times"]}
      source={outcomeCounts.kind === "success" ? outcomeCounts.value : null}
      chart={(value) =>
        value && (
          <>
            <BinsTable value={value} isPicture />
            <p className="panel__note">{sentences(value, i18n)}</p>
          </>
        )
      }
      table={(value) => value && <BinsTable value={value} isPicture={false} />}
    />
  );
}

function usePairs(time: Time): QueryState<OutcomeCountsResult> {
  const { dataClient, basis } = useView();
  const { filter, terms } = basis.scope;
  return useOutcomeCounts(
    dataClient,
    useMemo(() => {
      const { from, to } = TIMES[time];
      return { filter, terms, fields: [from, to], level: "day" as const };
    }, [filter, terms, time]),
  );
}

function BinsTable({ value, isPicture }: { value: AudienceTime; isPicture: boolean }): ReactNode {
  const i18n = useI18n();
  const largest = Math.max(1, ...value.bins.map(({ count }) => count));
  return (
    <table className="table audience__parts">
      <TableHead columns={["audience.days", "markets.referrals", "markets.share"]} />
      <tbody>
        {value.bins.map((bin) => (
          <tr key={bin.from}>
            <th scope="row">{binName(bin, i18n)}</th>
            <td>
              {isPicture && (
                <span className="audience__bar" style={{ width: `${(bin.count / largest) * 96}px` }} />
              )}
              <Count value={bin.count} />
            </td>
            <td>
              <Percent value={value.count === 0 ? null : bin.count / value.count} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function binName({ from, to }: TimeBin, { words, formats }: I18n): string {
  if (to === null) return words("audience.days.from", { low: formats.count(from) });
  if (to === 0) return words("audience.days.same");
  if (from === to) return words("audience.days.one", { count: to });
  return words("audience.days.range", { low: formats.count(from), high: formats.count(to) });
}

function sentences({ half, nine }: AudienceTime, { words }: I18n): string {
  return [
    half !== null && words("audience.half", { count: half }),
    nine !== null && words("audience.nine", { count: nine }),
  ]
    .filter(Boolean)
    .join(" ");
}
