import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { Panel } from "./panel.tsx";
import { TableScroll } from "./table-scroll.tsx";

export type TwinPanelProps = {
  title: string;
  subtitle?: string | undefined;
  bare?: boolean;
  /** Whether all panels show their tables; a panel's own button stands against it until it changes. */
  asTable: boolean;
  /** Beside the button that changes between picture and table. */
  action?: ReactNode;
  chart: () => ReactNode;
  table: () => ReactNode;
};

/** A panel whose picture can be read as a table: the twin says the same, exactly. */
export function TwinPanel({
  title,
  subtitle,
  bare,
  asTable,
  action,
  chart,
  table,
}: TwinPanelProps): ReactNode {
  const { words } = useI18n();
  const [own, setOwn] = useState<{ against: boolean; shows: boolean } | null>(null);
  const showsTable = own?.against === asTable ? own.shows : asTable;
  const toggle = (
    <button type="button" className="link" onClick={() => setOwn({ against: asTable, shows: !showsTable })}>
      {words(showsTable ? "panel.asChart" : "panel.asTable")}
    </button>
  );
  return (
    <Panel
      title={title}
      subtitle={subtitle}
      action={
        <>
          {action}
          {toggle}
        </>
      }
      bare={bare ?? false}
    >
      {showsTable ? <TableScroll label={title}>{table()}</TableScroll> : chart()}
    </Panel>
  );
}
