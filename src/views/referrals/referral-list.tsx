import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Empty } from "#dashboard/panel/empty.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { readStored, writeStored } from "#lib/stored.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { Drill } from "#selection/drill.ts";
import type { ReferralKeys, RowName } from "#selection/keys/referrals.ts";
import { DataTable } from "#table/data-table.tsx";
import { readWidths, type Widths } from "./column-layout.ts";
import { useFilterOptions } from "./filter-options.ts";
import { type ListColumns, useListColumns } from "./list-columns.tsx";
import { useListFilterSentences } from "./list-filter-sentences.ts";
import { ListTools } from "./list-tools.tsx";
import { ReferralGrid } from "./referral-grid.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import type { List } from "./use-list.ts";

/** About thirty pages; the browser would lay out a hundred thousand rows for minutes. An export has all rows. */
const MAX_PRINTED = 1000;

type PrintedRowsProps = { list: List; columns: ListColumns; keys: ReferralKeys };

/** The list for print: all rows, where the grid renders only visible ones. */
function PrintedRows(props: PrintedRowsProps): ReactNode {
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

type ReferralListProps = {
  list: List;
  label: string;
  drill: Drill;
  keys: ReferralKeys;
  change: (part: Partial<ReferralKeys>, replace?: boolean) => void;
  onDrill: (drill: Drill) => void;
};

export function ReferralList(props: ReferralListProps): ReactNode {
  const { list, label, drill, keys, change, onDrill } = props;
  const { t } = useI18n();
  const [widths, setWidths] = useWidths();
  const columns = useListColumns(list);
  const options = useFilterOptions(list);
  const { table, all, shown } = list;
  const openRow = keys.row && rowOfName(table, keys.row);
  const place = openRow === null ? -1 : shown.indexOf(openRow);
  const open = (row: number) => change({ row: nameOfRow(table, row) }, keys.row !== null);
  if (all.length === 0) return <NoReferrals drill={drill} onDrill={onDrill} />;
  return (
    <>
      <ListTools
        list={list}
        columns={columns}
        keys={keys}
        change={change}
        widths={widths}
        onWidths={setWidths}
      />
      {keys.row && openRow === null && (
        <p className="message" role="status">
          {t("life.notHere", { id: keys.row.id })}
        </p>
      )}
      <ReferralGrid
        list={list}
        label={label}
        columns={columns}
        state={{ keys, change, widths, onWidths: setWidths }}
        where={keys.where}
        options={options}
        openRow={openRow}
        onWhere={(where, isTyping) => change({ where }, isTyping)}
        onOpen={open}
      />
      <PrintedRows list={list} columns={columns} keys={keys} />
      {openRow !== null && (
        <TimelinePanel
          list={list}
          columns={columns}
          row={openRow}
          before={shown[place - 1] ?? null}
          after={place < 0 ? null : (shown[place + 1] ?? null)}
          onOpen={open}
          onClose={() => change({ row: null }, true)}
        />
      )}
    </>
  );
}

/** Why the list is empty: because of the drill-through, or the selection. */
function NoReferrals({ drill, onDrill }: Pick<ReferralListProps, "drill" | "onDrill">): ReactNode {
  const { t } = useI18n();
  if (Object.keys(drill).length === 0) return <Empty />;
  return (
    <div className="message">
      <p>{t("list.none")}</p>
      <button type="button" className="button" onClick={() => onDrill({})}>
        {t("list.only.clear")}
      </button>
    </div>
  );
}

const STORED = "referral-column-widths";

/** Column widths are stored in the browser: they depend on the screen and do not belong in a link. */
function useWidths(): [Widths, (widths: Widths) => void] {
  const [widths, setWidths] = useState(() => readWidths(readStored(STORED)));
  return [
    widths,
    (changed) => {
      setWidths(changed);
      writeStored(STORED, Object.keys(changed).length === 0 ? null : JSON.stringify(changed));
    },
  ];
}

/** Key of a row in the address: its id, and its position among rows with this id. */
export function nameOfRow({ terms }: RecordTable, row: number): RowName {
  const { codes, values } = terms.id;
  const text = values[codes[row] ?? -1] ?? "";
  const isSame = values.map((value) => (value ?? "") === text);
  let nth = 1;
  for (let before = 0; before < row; before++) if (isSame[codes[before] as number]) nth++;
  return { id: text, nth };
}

/** The row of a key; null where there is none. An empty id is none. */
export function rowOfName({ size, terms: { id } }: RecordTable, { id: text, nth }: RowName): number | null {
  const isWanted = id.values.map((value) => (value ?? "") === text);
  let left = nth;
  for (let row = 0; row < size; row++) if (isWanted[id.codes[row] as number] && --left === 0) return row;
  return null;
}
