import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Asked } from "#queries/asked.ts";
import { Panel } from "#ui/panel.tsx";
import { TwinPanel } from "#ui/twin-panel.tsx";
import { AskedFailure } from "./asked-failure.tsx";

export type AskedPanelProps<T> = {
  title: string;
  subtitle?: string | undefined;
  bare?: boolean;
  asTable: boolean;
  asked: Asked<T>;
  chart: (value: T) => ReactNode;
  table: (value: T) => ReactNode;
};

/** A panel of something asked for: it waits, says why it failed, or shows its picture or its table. */
export function AskedPanel<T>(props: AskedPanelProps<T>): ReactNode {
  const { title, subtitle, bare = false, asTable, asked, chart, table } = props;
  const { words } = useI18n();
  if (asked.kind === "waiting") {
    return (
      <Panel title={title} subtitle={subtitle} bare={bare}>
        <div className="panel__loading" role="status" aria-label={words("panel.loading")} />
      </Panel>
    );
  }
  if (asked.kind === "failed") {
    return (
      <Panel title={title} subtitle={subtitle} bare={bare}>
        <AskedFailure failed={asked} />
      </Panel>
    );
  }
  const { value, isOld } = asked;
  const aged = (content: ReactNode) => <div className={isOld ? "is-old" : undefined}>{content}</div>;
  return (
    <TwinPanel
      title={title}
      subtitle={subtitle}
      bare={bare}
      asTable={asTable}
      chart={() => aged(chart(value))}
      table={() => aged(table(value))}
    />
  );
}
