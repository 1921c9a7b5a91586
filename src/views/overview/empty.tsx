import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { endOfMonth } from "#lib/calendar.ts";
import type { Extent } from "#queries/extent.ts";
import type { Selection } from "#selection/selection.ts";
import type { Scope } from "./overview-view-model.ts";

export type EmptyProps = {
  extent: Extent;
  scope: Scope;
  /** Whether the period holds referrals of other markets. */
  hasOthers: boolean;
  onChange: (part: Partial<Selection>) => void;
};

/** Why there is nothing to see, and the step out. */
export function Empty({ extent, scope, hasOthers, onChange }: EmptyProps): ReactNode {
  const { words, formats } = useI18n();
  const { from, to } = scope.period;
  const period = formats.period(from, to);
  if (extent.total === 0) return <p className="message">{words("empty.data")}</p>;
  if (hasOthers) {
    return (
      <div className="message">
        <p>{words("empty.filter", { period })}</p>
        <button type="button" className="button" onClick={() => onChange({ markets: [] })}>
          {words("empty.clear")}
        </button>
      </div>
    );
  }
  const all = extent.months;
  return (
    <div className="message">
      <p>{words("empty.period", { period })}</p>
      {all && (
        <button
          type="button"
          className="button"
          onClick={() => onChange({ from: all.first, to: endOfMonth(all.last) })}
        >
          {words("empty.allTime")}
        </button>
      )}
    </div>
  );
}
