import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";

/** A column by the words of its head, also with a look of its own (`text` where it holds words), or by its own head. */
export type HeadColumn = MessageKey | { t: MessageKey; className: string } | { key: string; name: ReactNode };

/** One row of heads, each that of its column. */
export function TableHead({ columns }: { columns: readonly HeadColumn[] }): ReactNode {
  const { t } = useI18n();
  const headOf = (column: HeadColumn): { key: string; name: ReactNode; className?: string } => {
    if (typeof column === "string") return { key: column, name: t(column) };
    return "name" in column ? column : { ...column, key: column.t, name: t(column.t) };
  };
  return (
    <thead>
      <tr>
        {columns.map(headOf).map(({ key, name, className }) => (
          <th key={key} scope="col" className={className}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
