import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { referralAt, type Timeline, timelineOf } from "#records/timeline.ts";
import { marketCode } from "#referrals/market.ts";
import { DEAL_COLUMNS } from "#selection/keys/referrals.ts";
import { useMarketName } from "#ui/value.tsx";
import { durationText } from "./list-cell.tsx";
import { type ListColumns, OutcomeMark } from "./list-columns.tsx";
import { TimelineBar } from "./timeline-bar.tsx";
import type { List } from "./use-list.ts";

type TimelinePanelProps = {
  list: List;
  columns: ListColumns;
  row: number;
  /** Neighbouring rows in the list; null at its ends. */
  before: number | null;
  after: number | null;
  onOpen: (row: number) => void;
  onClose: () => void;
};

/** The timeline of a referral in a side dialog; focus, Escape and backdrop are the browser's. */
export function TimelinePanel({ list, columns, row, ...steps }: TimelinePanelProps): ReactNode {
  const { t } = useI18n();
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before unmounting: otherwise the browser does not restore focus.
  useLayoutEffect(() => {
    const node = dialog.current;
    node?.showModal();
    return () => node?.close();
  }, []);
  const { table, context } = list;
  const timeline = timelineOf(table, row, context);
  const { customerName, customerMarket, partnerMarket, customerOrgSize, status, id } = referralAt(table, row);
  const facts: [string, ReactNode][] = [
    [t("list.column.id"), <bdi key="id">{id || t("life.noId")}</bdi>],
    [t("list.column.status"), <bdi key="status">{status || t("list.noStatus")}</bdi>],
    [t("list.column.market"), <bdi key="market">{marketName(marketCode(customerMarket))}</bdi>],
    [t("list.column.partner"), <bdi key="partner">{marketName(marketCode(partnerMarket))}</bdi>],
    [t("list.column.size"), <bdi key="size">{sizeName(customerOrgSize ?? "")}</bdi>],
    ...dealFacts(columns, row),
  ];
  return (
    <dialog
      ref={dialog}
      className="life"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        steps.onClose();
      }}
    >
      <div className="life__head">
        <Step label={t("life.before")} sign="↑" row={steps.before} onOpen={steps.onOpen} />
        <Step label={t("life.after")} sign="↓" row={steps.after} onOpen={steps.onOpen} />
        <button type="button" className="button life__close" onClick={steps.onClose}>
          {t("life.close")}
        </button>
      </div>
      <h2 id={title} className="life__title">
        <bdi>{customerName || t("life.noName")}</bdi>
      </h2>
      <p className="life__outcome">
        <OutcomeMark outcome={timeline.outcome} />
      </p>
      <dl className="life__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("life.line")}</h3>
      <TimelineBar timeline={timeline} now={context.now} />
      <TimelineDetails timeline={timeline} />
    </dialog>
  );
}

/** What only some sources tell of a referral, as the list shows it. */
function dealFacts(columns: ListColumns, row: number): [string, ReactNode][] {
  return DEAL_COLUMNS.flatMap((column): [string, ReactNode][] => {
    const { header, value, cell } = columns[column];
    const found = value({ row });
    return found === null || Number.isNaN(found) ? [] : [[header, cell?.({ row })]];
  });
}

type StepProps = { label: string; sign: string; row: number | null; onOpen: (row: number) => void };

function Step({ label, sign, row, onOpen }: StepProps): ReactNode {
  return (
    <button
      type="button"
      className="button"
      aria-label={label}
      title={label}
      disabled={row === null}
      onClick={() => row !== null && onOpen(row)}
    >
      {sign}
    </button>
  );
}

/** Derived facts and quality notes of a referral as text. */
function TimelineDetails({ timeline }: { timeline: Timeline }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { age, times, implied, lastStage, quality, unreadable } = timeline;
  return (
    <>
      <h3>{t("life.times")}</h3>
      <ul className="life__list">
        <li>{t("life.stage", { stage: t(`stage.${lastStage}`) })}</li>
        {implied.map((stage) => (
          <li key={stage}>{t("life.implied", { stage: t(`stage.${stage}`) })}</li>
        ))}
        {times.map(({ time, ms, isImprecise }) => (
          <li key={time}>
            {t(`list.time.${time}`)}: <data value={ms}>{durationText(ms, isImprecise, i18n)}</data>
          </li>
        ))}
        {age.kind === "undated" && <li>{t("life.age.undated")}</li>}
        {age.kind === "waiting" && (
          <li className={age.overdue === "no" ? undefined : "grid__late"}>
            <data value={age.ageMs}>
              {t(`life.age.${age.overdue}`, { time: formats.duration(age.ageMs) })}
            </data>
          </li>
        )}
      </ul>
      {(quality.length > 0 || unreadable.length > 0) && (
        <>
          <h3>{t("life.quality")}</h3>
          <ul className="life__list">
            {quality.map((name) => (
              <li key={name}>{t(`life.note.${name}`)}</li>
            ))}
            {unreadable.map(({ field, text }) => (
              <li key={field}>
                {t("life.sent", { field: t(`life.${field}`) })} <bdi className="grid__odd">{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
