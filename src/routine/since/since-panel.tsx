import "./since.css";
import { lazy, type ReactNode, Suspense, use } from "react";
import { useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AbsentNote, QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant, FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import { useObservable } from "#lib/observable.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { EVENT_DATES, type PossibleCount, SINCE_EVENTS, type SinceEvent } from "#records/changes-since.ts";
import { Unreadable } from "#routine/unreadable.tsx";
import { useSeenTime } from "#routine/visit-store.ts";
import { Panel } from "#ui/panel.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { betweenText, ChangeFigure, EventFigure, sinceTables } from "./since-tables.tsx";
import { type Counted, type Since, type SinceBase, type SinceState, useSince } from "./use-since.ts";

// Lazy, because the field needs a calendar library.
const DayField = lazy(async () => ({ default: (await import("#ui/day-field.tsx")).DayField }));

const FIRST_DAY = dayOfInstant(FIRST_PLAUSIBLE);

/** Chooses an earlier visit or a day. */
function SinceChoice({ since }: { since: SinceState }): ReactNode {
  const { t } = useI18n();
  const { panels } = useView().selection;
  const upTo = useSeenTime();
  const { base, back, goBack, choose } = since;
  const isVisit = base.kind === "visit" || base.kind === "ahead";
  return (
    <span className="since__tools no-print">
      {(panels.length === 0 || panels.includes("to-do")) && (
        <a className="link" href="#to-do">
          {t("toDo.title")}
        </a>
      )}
      {isVisit && base.hasEarlier && (
        <button type="button" className="link" onClick={() => goBack(back + 1)}>
          {t("since.earlier")}
        </button>
      )}
      {(base.kind === "day" || back > 0) && (
        <button
          type="button"
          className="link"
          onClick={() => {
            goBack(0);
            if (base.kind === "day") choose(null);
          }}
        >
          {t("since.last")}
        </button>
      )}
      <PopoverButton
        label={t("since.choose")}
        value={t("since.choose")}
        content={() => (
          <Suspense fallback={<div className="since__day" />}>
            <DayField
              label={t("since.firstDay")}
              value={base.kind === "day" ? base.day : dayOfInstant(upTo)}
              onChange={(day) => day !== null && day >= FIRST_DAY && choose(day)}
              first={FIRST_DAY}
              last={dayOfInstant(upTo)}
            />
          </Suspense>
        )}
      />
    </span>
  );
}

const DATES = SINCE_EVENTS.map((event) => EVENT_DATES[event].date);

/** Events since the user's last visit, or since a day, as counts linked to their referrals. */
export function SincePanel(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const since = useSince();
  const { state, records, base, visits } = since;
  const absent = useAbsentFields(DATES);
  const events = SINCE_EVENTS.filter((event) => !absent.includes(EVENT_DATES[event].date));
  const choice = <SinceChoice since={since} />;
  if (records.isTooMany || (state.kind === "success" && state.value.counted === null))
    return (
      <Panel title={t("since.title")} bare action={choice}>
        <NothingCounted since={since} />
      </Panel>
    );
  return (
    <>
      <RecordsProgress records={records} />
      <QueryPanel
        name="since"
        title={t("since.title")}
        bare
        action={choice}
        state={state}
        figures={["since"]}
        source={records.source}
        chart={({ counted }) => counted && <SinceLines base={base} counted={counted} events={events} />}
        tables={({ counted }) =>
          counted ? sinceTables(counted, baseSentence(base, i18n), events, i18n) : []
        }
        below={
          <>
            <Unreadable kept={visits} what="visits" />
            {hasRanges(state) && <p className="since__line second">{t("since.imprecise")}</p>}
            {absent.length > 0 && <AbsentNote fields={absent} />}
          </>
        }
        notes={[baseSentence(base, i18n), ...(hasRanges(state) ? [t("since.imprecise")] : [])]}
      />
    </>
  );
}

/** Why nothing is counted. */
function NothingCounted({ since: { records, base, visits } }: { since: SinceState }): ReactNode {
  const i18n = useI18n();
  const isKept = useObservable(visits.isKept);
  const isUnreadable = useObservable(visits.unreadable) !== null;
  return (
    <div>
      <RecordsProgress records={records} />
      <Unreadable kept={visits} what="visits" />
      <p className="since__line">
        {!isUnreadable && baseSentence(base, i18n)} {!isKept && i18n.t("since.notKept")}
      </p>
    </div>
  );
}

function hasRanges(state: QueryState<Since>): boolean {
  const ranges = currentData(state)?.counted?.changes.ranges ?? {};
  return Object.values(ranges).some((range) => range !== null);
}

/** Fits on two lines. */
const MAX_CHANGES = 4;

type SinceLinesProps = { base: SinceBase; counted: Counted; events: readonly SinceEvent[] };

function SinceLines({ base, counted, events }: SinceLinesProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { changes, changed, ranges } = counted.changes;
  const more = changes.length - MAX_CHANGES;
  return (
    <>
      <p className="since__line">
        <strong>{baseSentence(base, i18n)}</strong>
        {events.map((event) => (
          <span key={event} className="since__count">
            <EventFigure event={event} counted={counted} /> {t(`since.${event}`)}
            <RangeNote range={ranges[event]} />
          </span>
        ))}
      </p>
      <p className="since__line second">
        {t("since.changed", { count: changed })}
        <RangeNote range={ranges.changed} />
        {changes.slice(0, MAX_CHANGES).map((change) => (
          <span key={`${change.from} ${change.to} ${change.date}`} className="since__count">
            {t("since.change", { from: t(`outcome.${change.from}`), to: t(`outcome.${change.to}`) })}{" "}
            <ChangeFigure change={change} stretch={counted.stretch} />
          </span>
        ))}
        {more > 0 && <span className="since__count">{t("since.more", { count: more })}</span>}
      </p>
    </>
  );
}

/** What a count may be where dates are only known between two imports. */
function RangeNote({ range }: { range: PossibleCount | null }): ReactNode {
  const i18n = useI18n();
  return range && <span className="second"> ({betweenText(range, i18n)})</span>;
}

/** The starting point of counting as text. */
function baseSentence(base: SinceBase, { t, formats }: I18n): string {
  if (base.kind === "day") return t("since.day", { day: formats.day(base.day) });
  if (base.kind === "first") return t(base.isReset ? "since.reset" : "since.first");
  const key = base.kind === "visit" && base.isReset ? "since.visitReset" : (`since.${base.kind}` as const);
  return t(key, { time: formats.dateTime(base.seen.data) });
}
