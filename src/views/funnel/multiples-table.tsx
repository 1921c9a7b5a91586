import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { FUNNEL_COLUMNS, FunnelCells } from "./funnel-cells.tsx";
import { type MultiplesChartProps, UnfinishedNote } from "./multiples-chart.tsx";

/** The parts in figures; Other opens into its members. */
export function MultiplesTable({ breakdown, look }: MultiplesChartProps): ReactNode {
  const { words } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { multiples, other, all } = breakdown;
  const part = ({ key, funnel }: (typeof multiples)[number], className?: string) => (
    <tr key={key} className={className}>
      <th scope="row">
        {look.mark(key, "plain-button")}
        <UnfinishedNote look={look} part={key} />
      </th>
      <FunnelCells funnel={funnel} drill={look.drillOf(key)} />
    </tr>
  );
  return (
    <table className="table">
      <TableHead columns={["split.part", ...FUNNEL_COLUMNS]} />
      <tbody>
        {multiples.map((one) => part(one))}
        {other && (
          <tr>
            <th scope="row">
              <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                {words("split.otherOf", { count: other.members.length })}
              </button>
            </th>
            <FunnelCells funnel={other.funnel} drill={look.otherDrill(multiples.map(({ key }) => key))} />
          </tr>
        )}
        {isOpen && other?.members.map((one) => part(one, "multiples__member"))}
        <tr>
          <th scope="row">{words("split.all")}</th>
          <FunnelCells funnel={all} drill={{}} />
        </tr>
      </tbody>
    </table>
  );
}
