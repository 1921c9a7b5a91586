import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { pseudonymOf } from "#records/pseudonym.ts";
import { partsOf } from "./audience-model.ts";
import { MAX_APART, TooMany } from "./audience-panel.tsx";
import { PartsPanel } from "./parts-panel.tsx";

const NAME = ["customerName"] as const;

/** Customers under their codes, in place of the list of referrals: one of few referrals is not told from others. */
export function CustomersPanel(): ReactNode {
  const { t } = useI18n();
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const isMany = viewData.dataset.total > MAX_APART;
  const query = isMany ? null : { population, filters, fields: NAME };
  const outcomeCounts = useOutcomeCounts(query);
  if (isMany) return <TooMany title={t("audience.customers")} />;
  return (
    <PartsPanel
      name="customers"
      title={t("audience.customers")}
      subtitle={t("audience.customers.subtitle")}
      filterKey={t("list.column.customer")}
      nameOf={(code) => (code === "" ? t("audience.unnamed") : code)}
      state={mapData(outcomeCounts, ({ rows }) =>
        partsOf(rows, (name) => ((name ?? "").trim() === "" ? "" : pseudonymOf(name ?? ""))),
      )}
      source={outcomeCounts.kind === "success" ? outcomeCounts.value : null}
    />
  );
}
