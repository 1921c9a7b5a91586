import { type ReactNode, type RefObject, useRef } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { type Field, isDateField } from "#partner-center/fields.ts";
import { leastCertain, type QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import { ChartTablePanel } from "#table/chart-table-panel.tsx";
import type { PanelTable } from "#table/panel-table.tsx";
import { Panel } from "#ui/panel.tsx";
import { sourceFactsOf, sourceKind, useAbsentFields } from "../context/source-limits.ts";
import { useView } from "../context/view-context.tsx";
import { type Defined, Explain } from "./explain.tsx";
import { type AboutParts, isIncomplete, useExportAbout } from "./export-about.ts";
import { ExportMenu } from "./export-menu.tsx";
import { QueryError } from "./query-error.tsx";

export type QueryPanelProps<T> = {
  /** Key in the address, for pages that show selected panels. */
  name: string;
  title: string;
  subtitle?: string | undefined;
  bare?: boolean;
  /** Names the height while loading, where it is not that of all panels of this name. */
  loading?: string;
  state: QueryState<T>;
  /** Fields the panel needs; if the source lacks them, it says so. */
  needs?: readonly Field[];
  /** Figures of the panel that have a definition. */
  figures: readonly Defined[];
  /** Queries and completeness of the figures. */
  source?: QuerySource | null;
  /** Actions before the table button. */
  action?: ReactNode;
  chart: (value: T) => ReactNode;
  /** Tables with the chart's exact values, shown instead of it and exported. If empty, the chart stays. */
  tables: (value: T) => readonly PanelTable[];
  /** Below chart and tables. */
  below?: ReactNode;
  notes?: readonly string[];
};

/** A panel of one query: pending, error, or its chart or tables. */
export function QueryPanel<T>(props: QueryPanelProps<T>): ReactNode {
  const { name, title, subtitle, bare = false, loading = name, state, needs = [], action } = props;
  const { t } = useI18n();
  const { panels } = useView().selection;
  const absent = useAbsentFields(needs);
  if (panels.length > 0 && !panels.includes(name)) return null;
  if (absent.length > 0)
    return (
      <Panel title={title} bare={bare} action={action}>
        <AbsentNote fields={absent} />
      </Panel>
    );
  if (state.kind === "success") return <AnsweredPanel {...props} state={state} />;
  return (
    <Panel title={title} subtitle={subtitle} bare={bare}>
      {state.kind === "error" ? (
        <QueryError state={state} />
      ) : (
        <div
          className={`panel__loading panel__loading--${loading}`}
          role="status"
          aria-label={t("panel.loading")}
        />
      )}
    </Panel>
  );
}

type AnsweredPanelProps<T> = QueryPanelProps<T> & { state: Extract<QueryState<T>, { kind: "success" }> };

function AnsweredPanel<T>(props: AnsweredPanelProps<T>): ReactNode {
  const { name, title, subtitle, bare = false, figures, source = null, chart, tables, notes = [] } = props;
  const { value, isPlaceholder } = props.state;
  const isTable = useView().selection.as === "table";
  const picture = useRef<HTMLDivElement>(null);
  const aged = (content: ReactNode, ref?: RefObject<HTMLDivElement | null>) => (
    <div className={isPlaceholder ? "is-old" : undefined} ref={ref}>
      {source && <CompletenessMark completeness={leastCertain(source.completeness)} />}
      {content}
      {props.below}
    </div>
  );
  const drawn = () => {
    const all = tables(value);
    return all.length === 0 ? chart(value) : all.map((table, at) => table.draw(at));
  };
  return (
    <ChartTablePanel
      title={title}
      subtitle={subtitle}
      bare={bare}
      asTable={isTable}
      action={
        <>
          {props.action}
          <Explain figures={figures} queries={source?.queries ?? []} />
          <PanelExport
            {...{ name, title, subtitle, figures, source, picture, notes }}
            tables={() => tables(value)}
          />
        </>
      }
      chart={() => aged(chart(value), picture)}
      table={() => aged(drawn())}
    />
  );
}

/** Marks a panel whose figures are incomplete or possibly so. */
export function CompletenessMark({ completeness }: { completeness: Completeness | null }): ReactNode {
  const { t, formats } = useI18n();
  // An unknown total is stated once, in the line above all panels.
  if (completeness === null || completeness.kind === "complete" || completeness.kind === "unknown")
    return null;
  const values = { counted: formats.count(completeness.counted), total: formats.count(completeness.total) };
  const key = completeness.kind === "incomplete" ? "panel.incomplete" : "panel.moved";
  return <p className="panel__mark">{t(key, values)}</p>;
}

/** States which fields the source lacks for a figure, and how to get them. */
export function AbsentNote({ fields }: { fields: readonly Field[] }): ReactNode {
  return <p className="message">{absentSentence(fields, useI18n(), useView().config.data)}</p>;
}

/** Which fields the source lacks, and how to get them. */
export function absentSentence(
  fields: readonly Field[],
  { t, formats }: I18n,
  data: AppConfig["data"],
): string {
  const names = formats.list(fields.map((field) => t(`field.${field}`)));
  return `${t("source.absent", { fields: names, source: sourceKind(data) })} ${wayOutOf(fields, t, data)}`.trim();
}

/** Dates of changes come with later imports or the API; other fields with a file that has them. */
export function wayOutOf(fields: readonly Field[], t: I18n["t"], data: AppConfig["data"]): string {
  const source = sourceKind(data);
  if (source === "api") return "";
  if (source === "table") return t("source.addColumn");
  const isOfChanges = fields.every((field) => isDateField(field) && field !== "createdDate");
  if (!isOfChanges) return t("source.addFile");
  return t("source.wayOut", { history: sourceFactsOf(data)?.history ? "yes" : "no" });
}

type PanelExportProps = AboutParts & {
  name: string;
  /** The chart, if shown. */
  picture: RefObject<HTMLElement | null>;
  tables: () => readonly PanelTable[];
  notes: readonly string[];
};

/** Exports a panel's tables, and its chart as a picture. */
function PanelExport({ name, picture, tables, notes, ...parts }: PanelExportProps): ReactNode {
  const i18n = useI18n();
  const about = useExportAbout(parts);
  return (
    <ExportMenu
      name={name}
      title={parts.title}
      about={about}
      isIncomplete={isIncomplete(parts.source)}
      content={async () => ({ tables: tables().map((table) => table.toExport(parts.title, i18n)), notes })}
      picture={() => picture.current}
    />
  );
}
