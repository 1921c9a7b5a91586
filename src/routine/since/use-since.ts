import { useMemo, useState } from "react";
import { useReader } from "#dashboard/context/reader-context.ts";
import { sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type SelectedRecordsState, useRecordsOf } from "#dashboard/data/use-selected-records.ts";
import type { KnownHistory } from "#dashboard/data-quality/imprecise-note.tsx";
import { type Day, instantOfDay } from "#lib/calendar.ts";
import { useObservable } from "#lib/observable.ts";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { anyOf } from "#partner-center/filter-build.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { useReading } from "#queries/use-reading.ts";
import { type ChangesSince, changesIn, type Stretch } from "#records/changes-since.ts";
import { useSeenTime, type VisitStore, visitStoreOf } from "#routine/visit-store.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { type VisitBase, visitBase } from "../visits.ts";

/** The starting point: a chosen day, or a visit. */
export type SinceBase = VisitBase | { kind: "day"; day: Day };

/** Events between then and the time of the data. */
export type Counted = { stretch: Stretch; changes: ChangesSince };

/** `counted` is null where counting from the base is impossible. */
export type Since = { base: SinceBase; counted: Counted | null };

export type SinceState = {
  state: QueryState<Since>;
  records: SelectedRecordsState;
  base: SinceBase;
  visits: VisitStore;
  choose: (day: Day | null) => void;
  /** Number of visits before the last one. */
  back: number;
  goBack: (visits: number) => void;
};

/** Events of all filtered referrals, whatever the period, since the user's last visit. */
export function useSince(): SinceState {
  const { resolved } = useView().viewData;
  const upTo = useSeenTime();
  const { keys, change } = useKeys(OVERVIEW_KEYS);
  const visits = visitStoreOf(useReader(), upTo);
  const [back, setBack] = useState(0);
  const past = useObservable(visits);
  const base: SinceBase = keys.since ? { kind: "day", day: keys.since } : visitBase(past, back, upTo);
  const after = afterOf(base);
  const firstImport = useFirstImport();
  // A date between two imports stands at their middle, which may be earlier than the visit.
  const first = after === null ? 0 : Math.min(after, (firstImport + after) / 2);
  const filter = useMemo(() => changedAfter(first), [first]);
  const records = useRecordsOf(filter, resolved.filters, after !== null);
  const selected = currentData(records.state);
  const counted = useMemo((): Counted | null => {
    if (selected === null || after === null) return null;
    const stretch = { after, upTo };
    return { stretch, changes: changesIn(selected.table, selected.rows, stretch) };
  }, [selected, after, upTo]);
  const last = useLast(counted);
  return {
    state: combineStates(
      counted || after === null ? { base, counted } : null,
      last && { base, counted: last },
      [records.state],
    ),
    records,
    base,
    visits,
    choose: (since) => change({ since }),
    back,
    goBack: setBack,
  };
}

/** When the first import was kept (ms UTC), where dates are only known between two; Infinity elsewhere. */
function useFirstImport(): number {
  const { data } = useView().config;
  const reading = useReading(data.kind === "referrals-api");
  const { history, imprecise = {} }: KnownHistory = sourceFactsOf(data) ?? reading ?? {};
  return history && Object.keys(imprecise).length > 0 ? history.first : Number.POSITIVE_INFINITY;
}

/** The instant (ms UTC) after which events are new; for a day, just before its start. */
function afterOf(base: SinceBase): number | null {
  if (base.kind === "day") return instantOfDay(base.day) - 1;
  return base.kind === "visit" ? base.seen.data : null;
}

/** Referrals with any later date. */
function changedAfter(instant: number): Filter {
  const [first, ...rest] = DATE_FIELDS.map(
    (field): Filter => ({ kind: "date", field, operator: "gt", instant }),
  );
  if (!first) throw new Error("A referral has dates.");
  return anyOf([first, ...rest]);
}
