import { useMemo } from "react";
import { useDealFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type SelectedRecordsState, useRecordsOf } from "#dashboard/data/use-selected-records.ts";
import { changeText } from "#dashboard/figures/change.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type Both, type PartnerCenterDeals, partnerCenterDeals } from "#records/partner-center-deals.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";
import { winRate } from "#referrals/funnel-rates.ts";
import {
  type AcceptanceBin,
  type PartnerCenterCounts,
  partnerCenterCounts,
} from "#referrals/partner-center-counts.ts";
import type { Change, Rate } from "#referrals/rate.ts";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";

/** Partner Center's figures of the selection, and the funnel that ours are made of. */
export type Reconciled = QuerySource & {
  theirs: PartnerCenterCounts;
  funnel: Funnel;
  /** Null where the source tells nothing of deals, or single referrals are not loaded. */
  deals: PartnerCenterDeals | null;
};

const DEAL_FIELDS = ["kind", "direction", "solution"] as const;

/** Counts the selection as Partner Center does. */
export function usePartnerCenter(): { state: QueryState<Reconciled>; records: SelectedRecordsState } {
  const { resolved, dataTime } = useView().viewData;
  const { population, filters, period, date } = resolved;
  const fields = useMemo(() => [date, "createdDate", "acceptedDate"] as const, [date]);
  const state = useOutcomeCounts({ population, filters, fields, level: "day" });
  const counted = currentData(state);
  const today = dayOfInstant(dataTime);
  const known = useDealFields();
  const hasDeals = DEAL_FIELDS.some((field) => known.has(field));
  const records = useRecordsOf(population, filters, hasDeals);
  const needsRecords = hasDeals && !records.isTooMany;
  const selected = needsRecords ? currentData(records.state) : null;
  const deals = useMemo(
    () => selected && partnerCenterDeals(selected.table, selected.rows, (field) => known.has(field)),
    [selected, known],
  );
  const value = useMemo((): Reconciled | null => {
    if (counted === null || (needsRecords && deals === null)) return null;
    const rows = counted.rows.map(({ keys: [day = null, createdOn = null, acceptedOn = null], ...row }) => ({
      ...row,
      date: day,
      createdOn,
      acceptedOn,
    }));
    return { ...counted, theirs: partnerCenterCounts(rows, period, today), funnel: funnelOf(rows), deals };
  }, [counted, period, today, deals, needsRecords]);
  const states = needsRecords ? [state, records.state] : [state];
  return { state: combineStates(value, useLast(value), states), records };
}

const FORMULAS = ["win", "coSell", "change", "solutions", "private", "errors"] as const;
type Formula = { key: (typeof FORMULAS)[number]; ours: string; theirs: string };

/** Ours and theirs line by line, with the reason for each difference; a dash where the source cannot tell. */
export function formulasTable(reconciled: Reconciled, change: Change, i18n: I18n): PanelTable {
  const { t } = i18n;
  const make = figureColumns<Formula>(i18n);
  const { months } = reconciled.theirs;
  const rows = knownFormulas(reconciled, change, i18n);
  return panelTable({
    caption: t("partnerCenter.formulas"),
    className: "partner-center__table",
    columns: [
      make.name({
        id: "figure",
        header: t("key.figure"),
        named: ({ key }) => ({ code: key, name: t(`partnerCenter.${key}`) }),
      }),
      make.text({ id: "ours", header: t("partnerCenter.ours"), value: ({ ours }) => ours }),
      make.text({ id: "theirs", header: t("partnerCenter.theirs"), value: ({ theirs: their }) => their }),
      make.text({
        id: "reason",
        header: t("partnerCenter.reason"),
        className: "text",
        value: ({ key }) =>
          key === "change" && months
            ? t("partnerCenter.change.months", {
                first: i18n.formats.bucket(months.first, "month"),
                last: i18n.formats.bucket(months.last, "month"),
              })
            : reasonOf(key, rows[key] !== undefined, i18n),
      }),
    ],
    rows: FORMULAS.map((key) => ({ key, ...(rows[key] ?? { ours: "–", theirs: "–" }) })),
    rowKey: ({ key }) => key,
  });
}

/** What the source tells. */
function knownFormulas({ theirs, funnel, deals }: Reconciled, change: Change, i18n: I18n) {
  const { months, winRate: leads } = theirs;
  const rates = (both: Both<Rate>) => ({
    ours: rateText(both.ours, i18n),
    theirs: rateText(both.theirs, i18n),
  });
  const counts = ({ ours, theirs: their }: Both<number>) => ({
    ours: i18n.formats.count(ours),
    theirs: i18n.formats.count(their),
  });
  const known: Partial<Record<Formula["key"], Both<string>>> = {
    win: rates(deals?.leads ?? { ours: winRate(funnel), theirs: leads }),
    change: { ours: changed(change, i18n), theirs: months ? changed(months.change, i18n) : "–" },
    ...(deals?.coSell && { coSell: rates(deals.coSell) }),
    ...(deals?.solutions && { solutions: counts(deals.solutions) }),
    ...(deals?.privateDeals && { private: counts(deals.privateDeals) }),
    ...(deals && { errors: counts(deals.errors) }),
  };
  return known;
}

function reasonOf(key: Formula["key"], isKnown: boolean, { t }: I18n): string {
  if (isKnown && (key === "coSell" || key === "errors")) return t(`partnerCenter.${key}.known`);
  return t(`partnerCenter.${key}.reason`);
}

function rateText(rate: Rate, { t, formats }: I18n): string {
  if (rate.kind === "absent") return "–";
  const base = { part: formats.count(rate.part), base: formats.count(rate.base) };
  return `${formats.percent(rate.value)} (${t("key.rateOf", base)})`;
}

function changed(change: Change, i18n: I18n): string {
  return change.kind === "absent" ? "–" : changeText(change, i18n);
}

/** Acceptance times in Partner Center's bins. */
export function binsTable({ theirs }: Reconciled, i18n: I18n): PanelTable {
  const { t } = i18n;
  const make = figureColumns<AcceptanceBin>(i18n);
  return panelTable({
    caption: t("partnerCenter.acceptance"),
    className: "partner-center__bins",
    columns: [
      make.name({
        id: "days",
        header: t("partnerCenter.days"),
        named: ({ from, to }) => ({
          code: `${from}-${to ?? ""}`,
          name: to === null ? t("partnerCenter.over", { days: from - 1 }) : `${from}–${to}`,
        }),
      }),
      { id: "referrals", header: t("key.value"), kind: "count", value: ({ count }) => count },
    ],
    rows: theirs.acceptance,
    rowKey: ({ from }) => String(from),
  });
}
