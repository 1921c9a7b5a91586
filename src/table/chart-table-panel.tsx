import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { Panel, type PanelProps } from "#ui/panel.tsx";

type ChartTablePanelProps = Omit<PanelProps, "children"> & {
  /** Whether all panels show their tables; a panel's own button stands against it until it changes. */
  asTable: boolean;
  chart: () => ReactNode;
  table: () => ReactNode;
};

/** A panel whose chart can be read as a table. */
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

/** Room in which a wide table scrolls sideways; without a control in it the keyboard needs the room itself. */
function TableScroll({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
