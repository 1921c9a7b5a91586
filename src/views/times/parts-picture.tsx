import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { SMALL_SAMPLE } from "#referrals/rate.ts";
import { DataTable } from "#table/data-table.tsx";
import { type PartsTableProps, partsTable } from "./parts-table.tsx";
import { FIRST_PARTS, type PartTimes } from "./times-view-model.ts";

export type PartsPictureProps = PartsTableProps & { onShowAll: (all: boolean) => void };

/** The largest parts and Other, which opens; and in words who is quickest and slowest. */
export function PartsPicture({ onShowAll, ...props }: PartsPictureProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { parted, showsAll } = props;
  const count = parted.first.length + parted.members.length;
  const sentence = useSentence(props);
  return (
    <>
      <div className="table-scroll">
        <DataTable {...partsTable(props, i18n)} />
      </div>
      {sentence && <p className="panel__note">{sentence}</p>}
      {parted.members.length > 0 && (
        <button type="button" className="link panel__more" onClick={() => onShowAll(!showsAll)}>
          {showsAll
            ? t("times.parts.showFirst", { count: FIRST_PARTS })
            : t("times.parts.showAll", { count })}
        </button>
      )}
    </>
  );
}

/** Only parts with enough referrals are compared, and only where two of them differ. */
function useSentence({ parted, look }: PartsTableProps): string | null {
  const { t, formats } = useI18n();
  const medians = [...parted.first, ...parted.members].flatMap(medianOf).sort((a, b) => a.median - b.median);
  const [low, high] = [medians[0], medians.at(-1)];
  if (low === undefined || high === undefined || low.median === high.median) return null;
  return t("times.parts.sentence", {
    best: look.nameOf(low.key),
    low: formats.duration(low.median),
    worst: look.nameOf(high.key),
    high: formats.duration(high.median),
  });
}

function medianOf({ key, summary }: PartTimes): { key: string; median: number }[] {
  if (summary.kind === "absent" || summary.count < SMALL_SAMPLE) return [];
  return [{ key, median: summary.median }];
}
