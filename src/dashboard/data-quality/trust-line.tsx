import { type ReactNode, useState } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { ReadingStatus } from "#config/reading-status.ts";
import { noted, tablesAtLimit } from "#config/source-facts.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { isSample, missingForOutcomes, sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { DAY_MS, dayOfInstant } from "#lib/calendar.ts";
import { useReadAgain, useReading } from "#queries/use-reading.ts";
import { NO_FILTERS } from "#referrals/filters.ts";

export type TrustLineProps = {
  /** Null while unknown. */
  completeness: Completeness | null;
  count: number | null;
  /** Total of the period, when markets are filtered. */
  outOf: number | null;
  dataTime: number;
  undated: number;
  data: AppConfig["data"];
  /** False when a refresh failed. */
  isRenewed: boolean;
  isUpdating: boolean;
  onRefresh: () => void;
  /** Details of quality problems. */
  children: ReactNode;
};

/** When the service's files were saved, or the Referrals API was read. */
function readingTime(
  data: AppConfig["data"],
  reading: ReadingStatus | null,
  { t, formats }: I18n,
): string | null {
  const savedAt = data.kind === "file" ? data.read?.at : undefined;
  if (savedAt !== undefined) return t("source.savedAt", { time: formats.dateTime(savedAt) });
  const readAt = reading?.readAt ?? null;
  return readAt === null ? null : t("reading.readAt", { time: formats.dateTime(readAt) });
}

/** One line on how reliable the figures below are. */
export function TrustLine(props: TrustLineProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const [isOpen, setOpen] = useState(false);
  const { completeness, count, outOf, dataTime, undated, data, isRenewed, isUpdating, onRefresh, children } =
    props;
  const facts = sourceFactsOf(data);
  const reading = useReading(data.kind === "referrals-api");
  const isReadInPart = reading !== null && !reading.isWhole;
  const readTime = readingTime(data, reading, i18n);
  const isPartly = isReadInPart || isPartlyRead(data);
  const readAgain = useReadAgain();
  const parts = [
    <span
      key="complete"
      className={`trust__mark trust__mark--${isPartly && completeness?.kind === "complete" ? "incomplete" : (completeness?.kind ?? "checking")}`}
    >
      <CompletenessText completeness={completeness} isPartlyRead={isPartly} />
    </span>,
    count !== null && (
      <span key="count">
        <CountText count={count} outOf={outOf} />
      </span>
    ),
    <More key="time">
      <DataTimeText dataTime={dataTime} data={data} />
    </More>,
    !isRenewed && <span key="old">{t("trust.notRenewed")}</span>,
    undated > 0 && (
      <More key="undated">
        <UndatedText undated={undated} />
      </More>
    ),
    facts !== null && facts.rejected > 0 && (
      <span key="rejected">{t("trust.rejected", { count: facts.rejected })}</span>
    ),
    <More key="quality">{children}</More>,
    readTime !== null && <More key="read">{readTime}</More>,
    isSample(data) && <More key="sample">{t("trust.sample")}</More>,
    data.kind === "file" && <More key="file">{t("trust.file", { name: data.name })}</More>,
  ].filter(Boolean);
  return (
    <p className="trust" data-open={isOpen}>
      {parts}
      <button
        type="button"
        className="link trust__fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t("trust.details")}
      </button>
      <RefreshButton
        isUpdating={isUpdating || (reading?.isReading ?? false)}
        onRefresh={reading === null ? onRefresh : readAgain}
      />
    </p>
  );
}

function RefreshButton({ isUpdating, onRefresh }: Pick<TrustLineProps, "isUpdating" | "onRefresh">) {
  const { t } = useI18n();
  return (
    <button type="button" className="link trust__more" onClick={onRefresh} disabled={isUpdating}>
      {t(isUpdating ? "trust.updating" : "trust.refresh")}
    </button>
  );
}

/** A part of the line that collapses on narrow screens. */
function More({ children }: { children: ReactNode }): ReactNode {
  return <span className="trust__more">{children}</span>;
}

/** Files with rejected rows, a row limit, or without created dates or outcomes are incomplete. */
function isPartlyRead(data: AppConfig["data"]): boolean {
  const facts = sourceFactsOf(data);
  return (
    facts !== null &&
    (facts.rejected > 0 ||
      facts.unreadable > 0 ||
      noted(facts, "unreadable-amounts") > 0 ||
      facts.limits.createdDate !== undefined ||
      missingForOutcomes(data).length > 0 ||
      tablesAtLimit(facts).length > 0)
  );
}

/** The time of the data: of the response, or for files a day and its origin. */
function DataTimeText({ dataTime, data }: Pick<TrustLineProps, "dataTime" | "data">): ReactNode {
  const { t, formats } = useI18n();
  const origin = sourceFactsOf(data)?.time.origin;
  if (origin === undefined || origin === "clock")
    return t("trust.dataTime", { time: formats.dateTime(dataTime) });
  // The end of a day is stored as the first instant of the next.
  const isWholeDay = dataTime % DAY_MS === 0;
  const time = isWholeDay ? formats.day(dayOfInstant(dataTime - 1)) : formats.dateTime(dataTime);
  return t(origin === "setting" ? "trust.time.setting" : "trust.time.newest", { time });
}

type CompletenessTextProps = { completeness: Completeness | null; isPartlyRead: boolean };

function CompletenessText({ completeness, isPartlyRead }: CompletenessTextProps): ReactNode {
  const { t, formats } = useI18n();
  if (!completeness) return t("trust.checking");
  if (completeness.kind === "complete") return t(isPartlyRead ? "trust.partlyRead" : "trust.complete");
  if (completeness.kind === "unknown") return t("trust.unknown");
  const values = { counted: formats.count(completeness.counted), total: formats.count(completeness.total) };
  return t(completeness.kind === "incomplete" ? "trust.incomplete" : "trust.moved", values);
}

function CountText({ count, outOf }: { count: number; outOf: number | null }): ReactNode {
  const { t, formats } = useI18n();
  const values = { count: formats.count(count), total: formats.count(outOf ?? 0) };
  return (
    <OpenRecords drill={{}} count={count}>
      <data value={count}>
        {outOf === null ? t("trust.referrals", { count }) : t("trust.referralsOf", values)}
      </data>
    </OpenRecords>
  );
}

function UndatedText({ undated }: { undated: number }): ReactNode {
  const { t } = useI18n();
  return (
    <Reselected part={{ ...NO_FILTERS, basis: "created" }}>
      <OpenRecords drill={{ undated: true }} count={undated}>
        <data value={undated}>{t("trust.undated", { count: undated })}</data>
      </OpenRecords>
    </Reselected>
  );
}
