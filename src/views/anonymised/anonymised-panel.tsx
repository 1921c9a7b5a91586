import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { QueryPanel, type QueryPanelProps } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { Panel } from "#ui/panel.tsx";

/** A panel of anonymised figures; null is suppressed because there are fewer than five. */
export function AnonymisedPanel<T>(props: QueryPanelProps<T | null>): ReactNode {
  const { name, title, subtitle, state, figures, chart, tables } = props;
  const { t } = useI18n();
  const { panels } = useView().selection;
  if (state.kind === "success" && state.value === null) {
    if (panels.length > 0 && !panels.includes(name)) return null;
    return (
      <Panel title={title} subtitle={subtitle}>
        <p className="message">{t("anonymised.few")}</p>
      </Panel>
    );
  }
  return (
    <QueryPanel
      {...props}
      figures={["audience", ...figures]}
      chart={(value) => value !== null && chart(value)}
      tables={(value) => (value === null ? [] : tables(value))}
    />
  );
}

/** Above this number of referrals, figures by customer and day are not computed. */
export const MAX_APART = 100_000;

/** Shown above that limit. */
export function TooMany({ title }: { title: string }): ReactNode {
  const { t, formats } = useI18n();
  return (
    <Panel title={title}>
      <p className="message">{t("anonymised.many", { most: formats.count(MAX_APART) })}</p>
    </Panel>
  );
}

/** A suppressed number, with the reason. */
export function Withheld(): ReactNode {
  const { t } = useI18n();
  return (
    <abbr className="anonymised__withheld" title={t("anonymised.withheld")}>
      –
    </abbr>
  );
}
