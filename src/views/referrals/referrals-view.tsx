import "./referrals.css";
import { type ReactNode, useId } from "react";
import { reconcileCount } from "#cube/reconcile.ts";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { Explain } from "#dashboard/panel/explain.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { CompletenessMark } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { PAGE_TOP } from "#partner-center/pages.ts";
import { printQuery } from "#partner-center/query-print.ts";
import type { RecordsResult, RecordsState } from "#queries/use-records.ts";
import { DRILL, type Drill } from "#selection/drill.ts";
import type { ReferralKeys } from "#selection/keys/referrals.ts";
import { type KeysState, useKeys } from "#selection/use-selection.ts";
import { useDrillParts } from "./drill-sentences.ts";
import { ListExport } from "./list-export.tsx";
import { ReferralList } from "./referral-list.tsx";
import { useList } from "./use-list.ts";
import { useListKeys } from "./use-list-keys.ts";
import { type DrillRecords, useRecordsOfDrill } from "./use-records-of-drill.ts";

const DRILL_KEYS = { drill: DRILL };

/** The referrals of the selection or of a drill-through. */
export function ReferralsView(): ReactNode {
  const { keys: drilled, faults, change: changeDrill } = useKeys(DRILL_KEYS);
  const list = useListKeys();
  const { drill } = drilled;
  const records = useRecordsOfDrill(drill);
  const onDrill = (changed: Drill) => changeDrill({ drill: changed });
  return (
    <>
      <AddressNotice faults={[...faults, ...list.faults]} />
      <Records records={records} drill={drill} list={list} onDrill={onDrill} />
    </>
  );
}

type RecordsProps = {
  records: DrillRecords;
  drill: Drill;
  list: KeysState<ReferralKeys>;
  onDrill: (drill: Drill) => void;
};

function Records({ records, drill, list, onDrill }: RecordsProps): ReactNode {
  if (records.kind === "download" && records.records.state.kind === "success") {
    const { value, refreshError } = records.records.state;
    const retry = records.records.resume;
    return (
      <>
        {refreshError && <QueryError state={{ error: refreshError, retry }} keepsOld />}
        <Loaded records={records} result={value} drill={drill} list={list} onDrill={onDrill} />
      </>
    );
  }
  return <Waiting records={records} drill={drill} onDrill={onDrill} />;
}

/** Until the records are here: progress, error, or a confirmation of a large download. */
function Waiting({ records, drill, onDrill }: Omit<RecordsProps, "list">): ReactNode {
  const { t } = useI18n();
  const title = useId();
  return (
    <section className="panel" aria-labelledby={title}>
      <ListHead id={title} count={null} drill={drill} action={null} onDrill={onDrill} />
      {records.kind === "counting" && (
        <div className="panel__loading panel__loading--list" role="status" aria-label={t("panel.loading")} />
      )}
      {records.kind === "error" && <QueryError state={records} />}
      {records.kind === "too-many" && <TooMany {...records} />}
      {records.kind === "download" && <Download records={records.records} />}
    </section>
  );
}

function Download({
  records,
}: {
  records: Extract<DrillRecords, { kind: "download" }>["records"];
}): ReactNode {
  if (records.state.kind === "error") return <QueryError state={records.state} />;
  return (
    <div className="list__waiting">
      <DownloadProgress records={records} />
    </div>
  );
}

function TooMany({ count, load }: { count: number; load: () => void }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="message">
      <p>{t("list.tooMany", { count })}</p>
      <button type="button" className="button" onClick={load}>
        {t("list.load")}
      </button>
    </div>
  );
}

type LoadedProps = Omit<RecordsProps, "records"> & {
  records: Extract<DrillRecords, { kind: "download" }>;
  result: RecordsResult;
};

const FIGURES = ["created", "outcome", "open", "quality"] as const;

function Loaded({ records, result, drill, list, onDrill }: LoadedProps): ReactNode {
  const { t } = useI18n();
  const title = useId();
  const referrals = useList(result.table, drill, list.keys);
  const count = referrals.all.length;
  const request = printQuery({
    kind: "records",
    query: { filter: records.filter },
    page: { top: PAGE_TOP, skip: 0 },
  });
  const total = Math.max(result.total ?? 0, records.expected ?? 0);
  const isShort = result.table.size < total;
  const completeness = reconcileCount(result.table.size, isShort ? total : result.total);
  const action = (
    <>
      <Explain figures={FIGURES} queries={[request]} />
      <ListExport
        list={referrals}
        drill={drill}
        keys={list.keys}
        figures={FIGURES}
        source={{ queries: [request], completeness: [completeness] }}
      />
    </>
  );
  return (
    <section className="panel" aria-labelledby={title}>
      <ListHead id={title} count={count} drill={drill} action={action} onDrill={onDrill} />
      <CompletenessMark completeness={completeness} />
      <ReferralList
        list={referrals}
        label={t("list.title", { count })}
        drill={drill}
        keys={list.keys}
        change={list.change}
        onDrill={onDrill}
      />
    </section>
  );
}

/** Progress of the download, with stop and resume. */
function DownloadProgress({ records }: { records: RecordsState }): ReactNode {
  const { t, formats } = useI18n();
  const { progress, isStopped, stop, resume } = records;
  const received = progress?.received ?? 0;
  const total = progress?.total ?? null;
  const values = { received: formats.count(received), total: formats.count(total ?? 0) };
  if (isStopped) {
    return (
      <div className="list__download">
        <p role="status">{t("list.stopped")}</p>
        <button type="button" className="button" onClick={resume}>
          {t("list.resume")}
        </button>
      </div>
    );
  }
  return (
    <div className="list__download">
      <progress
        className="list__progress"
        aria-label={t("list.loading")}
        {...(total === null ? {} : { value: received, max: Math.max(total, 1) })}
      />
      <p>{progress === null ? t("list.loading") : t(total === null ? "list.read" : "list.readOf", values)}</p>
      <button type="button" className="button" onClick={stop}>
        {t("list.stop")}
      </button>
    </div>
  );
}

type ListHeadProps = {
  id: string;
  /** Null while unknown. */
  count: number | null;
  drill: Drill;
  action: ReactNode;
  onDrill: (drill: Drill) => void;
};

/** Number of referrals, the selection, and the drill-through that opened the list. */
function ListHead({ id, count, drill, action, onDrill }: ListHeadProps): ReactNode {
  const { t } = useI18n();
  const sentences = useSelectionSentences();
  // Drops the period: undated referrals are in none.
  const said = drill.undated ? sentences.slice(1) : sentences;
  return (
    <>
      <div className="panel__head">
        <h2 id={id} className="panel__title list__title">
          {count === null ? t("view.referrals") : <data value={count}>{t("list.title", { count })}</data>}
        </h2>
        <div className="panel__actions">{action}</div>
        <p className="panel__subtitle">
          {said.map((sentence) => (
            <span key={sentence} className="list__sentence">
              {sentence}
            </span>
          ))}
        </p>
      </div>
      <DrillChips drill={drill} onDrill={onDrill} />
    </>
  );
}

/** Removable chips for the parts of the drill-through. */
function DrillChips({ drill, onDrill }: Pick<ListHeadProps, "drill" | "onDrill">): ReactNode {
  const { t } = useI18n();
  const parts = useDrillParts(drill);
  if (parts.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("list.only")}>
      {parts.map(({ key, text, rest }) => (
        <li key={key}>
          <button
            type="button"
            className="chip list__chip"
            aria-label={t("control.remove", { name: text })}
            onClick={() => onDrill(rest)}
          >
            <bdi>{text}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="link" onClick={() => onDrill({})}>
          {t("list.only.clear")}
        </button>
      </li>
    </ul>
  );
}
