import type { ReactNode } from "react";
import { Figure, OpenRecords } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import { TableHead } from "#ui/table-head.tsx";
import { useMarketName } from "#ui/value.tsx";
import { type Overdue, overdueDrill } from "./overdue.ts";
import { WaitingTable } from "./waiting-table.tsx";
import { roundTime } from "./words.ts";

export type OverduePanelProps = { overdue: Overdue; limits: OverdueLimits };

/** What to answer next: how much is overdue or will be, and the first of both. */
export function OverduePicture({ overdue, limits }: OverduePanelProps): ReactNode {
  const { words } = useI18n();
  return (
    <>
      <dl className="figures times__urgent">
        {useFigures({ overdue, limits }).map(({ key, name, count, drill, isUrgent }) => (
          <div key={key} className="figure">
            <dd className={isUrgent && count > 0 ? "figure__value times__late" : "figure__value"}>
              <Figure value={count} drill={drill} />
            </dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <div className="times__lists">
        <WaitingList
          title={words("times.overdue.first")}
          none={words("times.overdue.none")}
          count={overdue.pastAnswer}
          drill={overdueDrill("answer", limits)}
        >
          <WaitingTable
            rows={overdue.first}
            limitMs={limits.expiryMs}
            drill={overdueDrill("answer", limits)}
          />
        </WaitingList>
        <WaitingList
          title={words("times.overdue.next")}
          none={words("times.overdue.noneSoon")}
          count={overdue.soon}
          drill={overdueDrill("soon", limits)}
        >
          <WaitingTable rows={overdue.next} limitMs={limits.answerMs} drill={overdueDrill("soon", limits)} />
        </WaitingList>
      </div>
      <p className="panel__note">{useSentence({ overdue, limits })}</p>
    </>
  );
}

type WaitingListProps = { title: string; none: string; count: number; drill: Drill; children: ReactNode };

function WaitingList({ title, none, count, drill, children }: WaitingListProps): ReactNode {
  const { words } = useI18n();
  return (
    <section className="times__list" aria-label={title}>
      <h3 className="times__head">{title}</h3>
      {count === 0 ? <p className="panel__note">{none}</p> : <div className="table-scroll">{children}</div>}
      {count > 0 && (
        <p className="times__all no-print">
          <OpenRecords drill={drill} count={count}>
            {words("times.overdue.all", { count })}
          </OpenRecords>
        </p>
      )}
    </section>
  );
}

type WaitingFigure = { key: string; name: string; count: number; drill: Drill; isUrgent: boolean };

function useFigures({ overdue, limits }: OverduePanelProps): WaitingFigure[] {
  const i18n = useI18n();
  const { words } = i18n;
  const answer = roundTime(limits.answerMs, i18n);
  const figure = (
    key: "pastExpiry" | "pastAnswer" | "soon" | "waiting",
    name: string,
    drill: Parameters<typeof overdueDrill>[0],
    isUrgent = false,
  ): WaitingFigure => ({ key, name, count: overdue[key], drill: overdueDrill(drill, limits), isUrgent });
  return [
    figure("soon", words("times.overdue.soon", { limit: answer }), "soon"),
    figure("pastAnswer", words("times.overdue.pastAnswer", { limit: answer }), "answer", true),
    figure(
      "pastExpiry",
      words("times.overdue.pastExpiry", { limit: roundTime(limits.expiryMs, i18n) }),
      "expiry",
      true,
    ),
    figure("waiting", words("times.overdue.waiting"), "waiting"),
  ];
}

function useSentence({ overdue, limits }: OverduePanelProps): string {
  const i18n = useI18n();
  const nameOf = useMarketName();
  const limit = roundTime(limits.answerMs, i18n);
  const { most, pastAnswer } = overdue;
  if (most === null) return i18n.words("times.overdue.sentenceNone", { limit });
  return i18n.words("times.overdue.sentence", {
    count: pastAnswer,
    limit,
    market: nameOf(most.market),
    part: i18n.formats.count(most.count),
  });
}

/** The counts, and both lists, in figures. */
export function OverdueTable({ overdue, limits }: OverduePanelProps): ReactNode {
  const { words } = useI18n();
  return (
    <>
      <table className="table">
        <caption>{words("times.overdue.figures")}</caption>
        <TableHead columns={["times.overdue.figure", "times.referrals"]} />
        <tbody>
          {useFigures({ overdue, limits }).map(({ key, name, count, drill }) => (
            <tr key={key}>
              <th scope="row">
                <data value={key}>{name}</data>
              </th>
              <td>
                <Figure value={count} drill={drill} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <WaitingTable
        caption={words("times.overdue.first")}
        rows={overdue.first}
        limitMs={limits.expiryMs}
        drill={overdueDrill("answer", limits)}
      />
      <WaitingTable
        caption={words("times.overdue.next")}
        rows={overdue.next}
        limitMs={limits.answerMs}
        drill={overdueDrill("soon", limits)}
      />
    </>
  );
}
