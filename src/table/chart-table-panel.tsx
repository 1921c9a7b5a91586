import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { Panel, type PanelProps } from "#ui/panel.tsx";

type ChartTablePanelProps = Omit<PanelProps, "children"> & {
  /** Page-wide switch to tables; a panel's own button overrides it until it changes. */
  asTable: boolean;
  chart: () => ReactNode;
  table: () => ReactNode;
};

/** A panel that shows either its chart or its table. */
export function ChartTablePanel({
  asTable,
  action,
  chart,
  table,
  ...panel
}: ChartTablePanelProps): ReactNode {
  const { t } = useI18n();
  const [own, setOwn] = useState<{ against: boolean; shows: boolean } | null>(null);
  const showsTable = own?.against === asTable ? own.shows : asTable;
  const toggle = (
    <button type="button" className="link" onClick={() => setOwn({ against: asTable, shows: !showsTable })}>
      {t(showsTable ? "panel.asChart" : "panel.asTable")}
    </button>
  );
  return (
    <Panel
      {...panel}
      action={
        <>
          {action}
          {toggle}
        </>
      }
    >
      {showsTable ? <TableScroll label={panel.title}>{table()}</TableScroll> : chart()}
    </Panel>
  );
}

/**
 * A horizontally scrolling container; focusable, unless it contains a control, so that it can be scrolled by keyboard.
 */
export function TableScroll({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
