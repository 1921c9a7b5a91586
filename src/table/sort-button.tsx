import type { ReactNode } from "react";

/**
 * The head of a column by which a table can be sorted. Browsers leave buttons out of a head that is repeated on paper:
 * there print.css writes its name instead.
 */
export function SortButton({ name, onClick }: { name: string; onClick: () => void }): ReactNode {
  return (
    <span className="sort-name" data-name={name}>
      <button type="button" className="sort" onClick={onClick}>
        {name}
      </button>
    </span>
  );
}
