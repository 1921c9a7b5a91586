import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Change } from "#referrals/rate.ts";

/** How a figure moved: a count in percent, a rate in points. */
export function ChangeCell({ change }: { change: Change }): ReactNode {
  const { words, formats } = useI18n();
  if (change.kind === "absent") return <td>–</td>;
  if (change.kind === "percent")
    return (
      <td>
        <data value={change.fraction}>{formats.signedPercent(change.fraction)}</data>
      </td>
    );
  return (
    <td>
      <data value={change.points}>{words("trends.points", { points: change.points })}</data>
    </td>
  );
}
