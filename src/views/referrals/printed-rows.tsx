import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useI18n } from "#i18n/i18n.tsx";
import type { ReferralKeys } from "#selection/keys/referrals.ts";
import { DataTable } from "#table/data-table.tsx";
import type { ListColumns } from "./list-columns.tsx";
import { useListFilterSentences } from "./list-filter-sentences.ts";
import type { List } from "./use-list.ts";

/** About thirty pages; the browser would lay out a hundred thousand rows for minutes. An export has all rows. */
const MAX_PRINTED = 1000;

type PrintedRowsProps = { list: List; columns: ListColumns; keys: ReferralKeys };

/** The list for print: all rows, where the grid renders only visible ones. */
export function PrintedRows(props: PrintedRowsProps): ReactNode {
  return usePrinting() && <Rows {...props} />;
}

function Rows({ list, columns, keys }: PrintedRowsProps): ReactNode {
  const { t, formats } = useI18n();
  const narrowed = useListFilterSentences(keys);
  const { all, shown } = list;
  const counts = { shown: formats.count(shown.length), all: formats.count(all.length) };
  return (
    <div className="print-only">
      {shown.length < all.length && <p>{[...narrowed, t("list.shown", counts)].join(" · ")}</p>}
      {shown.length > MAX_PRINTED && (
        <p>
          <strong>{t("list.printed", { first: MAX_PRINTED, count: shown.length })}</strong>
        </p>
      )}
      <DataTable
        className="list__printed"
        columns={keys.columns.map(({ column }) => ({
          ...columns[column],
          className: `list__printed-${column}`,
        }))}
        rows={Array.from(shown.subarray(0, MAX_PRINTED), (row) => ({ row }))}
        rowKey={({ row }) => String(row)}
      />
    </div>
  );
}

/** Whether the page is being printed; switched synchronously, before the browser's print layout. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const set = (next: boolean) => flushSync(() => setPrinting(next));
    const paper = matchMedia("print");
    const follow = () => set(paper.matches);
    const [begin, end] = [() => set(true), () => set(false)];
    paper.addEventListener("change", follow);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      paper.removeEventListener("change", follow);
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
