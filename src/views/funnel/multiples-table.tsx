import type { ReactNode } from "react";
import type { I18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { funnelColumns } from "./funnel-columns.tsx";
import { type MultiplesChartProps, UnfinishedNote } from "./multiples-chart.tsx";

export type MultiplesTableProps = MultiplesChartProps & {
  /** Whether Other shows its members. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
};

type Row = Pick<ValueColumn<unknown>, "id"> & {
  funnel: Funnel;
  drill: Drill;
  /** Null for what is no part. */
  part: string | null;
  name: string;
  mark: ReactNode;
  className?: string;
};

/** The parts in figures; Other opens into its members. */
export function multiplesTable(props: MultiplesTableProps, i18n: I18n): TableModel<Row> {
  const { breakdown, look, isOpen, onOpen } = props;
  const { t } = i18n;
  const { multiples, other, all } = breakdown;
  const part = ({ key, funnel }: (typeof multiples)[number]): Row => ({
    id: `part ${key}`,
    funnel,
    drill: look.drillOf(key),
    part: key,
    name: look.nameOf(key),
    mark: (
      <>
        {look.mark(key, "plain-button")}
        <UnfinishedNote look={look} part={key} />
      </>
    ),
  });
  const others = (members: readonly unknown[]) => t("split.otherOf", { count: members.length });
  return {
    columns: [
      {
        id: "part",
        header: t("split.part"),
        kind: look.isPeriod ? "date" : "text",
        value: ({ part: key, name }) => (look.isPeriod && key !== null ? Date.parse(key) : name),
        code: ({ part: key }) => (look.isPeriod ? null : key),
        cell: ({ mark }) => mark,
      },
      ...funnelColumns<Row>({ funnel: ({ funnel }) => funnel, drill: ({ drill }) => drill }, i18n),
    ],
    rows: [
      ...multiples.map(part),
      ...(other
        ? [
            {
              id: "other",
              funnel: other.funnel,
              drill: look.otherDrill(multiples.map(({ key }) => key)),
              part: null,
              name: others(other.members),
              mark: (
                <button type="button" className="link" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
                  {others(other.members)}
                </button>
              ),
            },
          ]
        : []),
      ...(isOpen && other
        ? other.members.map((member) => ({ ...part(member), className: "multiples__member" }))
        : []),
      { id: "all", funnel: all, drill: {}, part: null, name: t("split.all"), mark: t("split.all") },
    ],
    rowKey: ({ id }) => id,
    rowClass: ({ className }) => className,
  };
}
