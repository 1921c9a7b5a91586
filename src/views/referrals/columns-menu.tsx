import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { REFERRAL_COLUMNS, type ReferralColumn, type ShownColumn } from "#selection/keys/referrals.ts";
import { PopoverButton } from "#ui/popover-button.tsx";
import { moveColumn, toggleColumn, togglePin, type Widths, widthOf, withWidth } from "./column-layout.ts";

export type ColumnsMenuProps = {
  columns: readonly ShownColumn[];
  widths: Widths;
  onColumns: (columns: readonly ShownColumn[]) => void;
  onWidths: (widths: Widths) => void;
  onReset: () => void;
};

const WIDTH_STEP = 24;

/** Which columns are shown, in what order, how wide, and which stay in sight: all without drawing anything. */
export function ColumnsMenu(props: ColumnsMenuProps): ReactNode {
  const { words, formats } = useI18n();
  const value = words("list.columns.some", { count: formats.count(props.columns.length) });
  return (
    <PopoverButton label={words("list.columns")} value={value} content={() => <ColumnList {...props} />} />
  );
}

function ColumnList({ columns, widths, onColumns, onWidths, onReset }: ColumnsMenuProps): ReactNode {
  const { words } = useI18n();
  const hidden = REFERRAL_COLUMNS.filter((name) => !columns.some(({ column }) => column === name));
  const isLast = columns.length === 1;
  return (
    <>
      <ul className="columns">
        {columns.map(({ column, isPinned }) => (
          <li key={column} className="columns__one">
            <ShownBox
              column={column}
              isShown
              isHeld={isLast}
              onToggle={() => onColumns(toggleColumn(columns, column))}
            />
            <ColumnButton
              does="earlier"
              column={column}
              sign="↑"
              onPress={() => onColumns(moveColumn(columns, column, -1))}
            />
            <ColumnButton
              does="later"
              column={column}
              sign="↓"
              onPress={() => onColumns(moveColumn(columns, column, 1))}
            />
            <ColumnButton
              does="narrower"
              column={column}
              sign="−"
              onPress={() => onWidths(withWidth(widths, column, widthOf(widths, column) - WIDTH_STEP))}
            />
            <ColumnButton
              does="wider"
              column={column}
              sign="+"
              onPress={() => onWidths(withWidth(widths, column, widthOf(widths, column) + WIDTH_STEP))}
            />
            <ColumnButton
              does="pin"
              column={column}
              sign="⇤"
              isPressed={isPinned}
              onPress={() => onColumns(togglePin(columns, column))}
            />
          </li>
        ))}
        {hidden.map((column) => (
          <li key={column} className="columns__one">
            <ShownBox
              column={column}
              isShown={false}
              onToggle={() => onColumns(toggleColumn(columns, column))}
            />
          </li>
        ))}
      </ul>
      <p className="panel__note">{words("list.columns.keys")}</p>
      <button type="button" className="link" onClick={onReset}>
        {words("list.columns.reset")}
      </button>
    </>
  );
}

type ShownBoxProps = { column: ReferralColumn; isShown: boolean; isHeld?: boolean; onToggle: () => void };

function ShownBox({ column, isShown, isHeld = false, onToggle }: ShownBoxProps): ReactNode {
  const { words } = useI18n();
  return (
    <label className="option columns__name">
      <input type="checkbox" checked={isShown} disabled={isHeld} onChange={onToggle} />
      <span>{words(`list.column.${column}`)}</span>
    </label>
  );
}

type ColumnButtonProps = {
  does: "earlier" | "later" | "narrower" | "wider" | "pin";
  column: ReferralColumn;
  sign: string;
  isPressed?: boolean;
  onPress: () => void;
};

function ColumnButton({ does, column, sign, isPressed, onPress }: ColumnButtonProps): ReactNode {
  const { words } = useI18n();
  const label = words(`list.columns.${does}`, { column: words(`list.column.${column}`) });
  return (
    <button
      type="button"
      className="button--quiet columns__button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
