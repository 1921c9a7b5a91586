import type { ReactNode } from "react";
import { measureName } from "#dashboard/context/deal-names.ts";
import { Figure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { REGISTRATIONS, WAITS_FOR } from "#referrals/deals.ts";
import type { TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { type DealsPanelProps, groupColumns } from "./deal-columns.tsx";
import type { DealsModel, RegistrationRow } from "./deals-model.ts";

/** Registrations of won deals by step, who has to act, and the time between steps. */
export function RegistrationPanel({ state, source }: DealsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, tRich } = i18n;
  const model = state.kind === "success" ? state.value : null;
  const waiting = (who: "partner" | "microsoft") => (
    <Figure
      key={who}
      value={model?.registrations.waiting[who] ?? 0}
      drill={{ registrations: REGISTRATIONS.filter((step) => WAITS_FOR[step] === who) }}
    />
  );
  const measure = model?.measure == null ? "–" : measureName(model.measure, i18n);
  return (
    <QueryPanel
      name="registrations"
      title={t("deals.registrations.title")}
      subtitle={t("deals.registrations.subtitle", { count: model?.registrations.won ?? 0, measure })}
      state={state}
      source={source}
      figures={["registration", "value"]}
      chart={(deals) =>
        deals.registrations.won === 0 ? (
          <p className="message">{t("deals.registrations.none")}</p>
        ) : (
          <>
            <ScrolledTable {...registrationTable(deals, i18n)} />
            <p className="panel__note">
              {tRich("deals.registrations.sentence", {
                partner: waiting("partner"),
                microsoft: waiting("microsoft"),
              })}
            </p>
            <p className="panel__note">{timesOf(deals, i18n)}</p>
          </>
        )
      }
      tables={(deals) => [panelTable(registrationTable(deals, i18n))]}
      notes={model ? [timesOf(model, i18n)] : []}
    />
  );
}

function registrationTable(deals: DealsModel, i18n: I18n): TableModel<RegistrationRow> {
  const { t } = i18n;
  const make = figureColumns<RegistrationRow>(i18n);
  const { rows } = deals.registrations;
  return {
    columns: [
      make.name({
        id: "step",
        header: t("deals.registrations.step"),
        named: ({ key }) => ({ code: key, name: t(`deal.registration.${key}`) }),
      }),
      make.text({
        id: "waits",
        header: t("deals.registrations.waits"),
        className: "text",
        value: ({ waitsFor }) => t(`deal.waits.${waitsFor}`),
      }),
      ...groupColumns(rows, deals.measure ?? "", i18n),
    ],
    rows,
    rowKey: ({ key }) => key,
  };
}

function timesOf({ registrations: { registered, approved } }: DealsModel, { t, formats }: I18n): string {
  const time = (ms: number | null) => (ms === null ? "–" : formats.duration(ms));
  return t("deals.registrations.days", {
    registered: time(registered.median),
    registeredCount: registered.count,
    approved: time(approved.median),
    approvedCount: approved.count,
  });
}
