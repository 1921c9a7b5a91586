import type { ReactNode } from "react";
import type { SourceFacts } from "#config/source-facts.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { ScrolledTable } from "#table/data-table.tsx";

/** Rejected rows: reason, number, share of the file, and first lines. */
export function LostRows({ facts: { tables } }: { facts: SourceFacts }): ReactNode {
  const { t } = useI18n();
  const rows = tables.flatMap(({ name, rows, rejected, lost }) =>
    lost.map((alike) => ({ name, all: rows + rejected, ...alike })),
  );
  if (rows.length === 0) return null;
  return (
    <ScrolledTable
      caption={t("source.lostRows")}
      rows={rows}
      rowKey={({ name, reason }) => `${name} ${reason}`}
      columns={[
        {
          id: "reason",
          header: t("source.reason"),
          kind: "text",
          value: ({ reason }) => t(`source.reason.${reason}`),
        },
        { id: "rows", header: t("source.rows"), kind: "count", value: ({ count }) => count },
        { id: "share", header: t("source.share"), kind: "share", value: ({ count, all }) => count / all },
        {
          id: "lines",
          header: t("source.firstLines"),
          className: "text",
          kind: "text",
          value: ({ count, lines }) => `${lines.join(", ")}${count > lines.length ? " …" : ""}`,
        },
        { id: "file", header: t("source.file"), className: "text", kind: "text", value: ({ name }) => name },
      ]}
    />
  );
}
