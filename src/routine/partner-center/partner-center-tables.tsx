import { changeText } from "#dashboard/figures/change.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Both } from "#records/partner-center-deals.ts";
import { winRate } from "#referrals/funnel-rates.ts";
import type { AcceptanceBin } from "#referrals/partner-center-counts.ts";
import type { Change, Rate } from "#referrals/rate.ts";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import type { Reconciled } from "./use-partner-center.ts";

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
