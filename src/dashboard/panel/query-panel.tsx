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
  /** Its name in the address, for pages that show some panels only. */
  name: string;
  title: string;
  subtitle?: string | undefined;
  bare?: boolean;
  state: QueryState<T>;
  /** Fields without which the panel says nothing; where files do not tell them it says so instead. */
  needs?: readonly Field[];
  /** The figures of the panel, as the catalogue defines them. */
  figures: readonly Defined[];
  /** What the figures were counted from. */
  source?: QuerySource | null;
  /** More to do with the panel, before the button of its table. */
  action?: ReactNode;
  chart: (value: T) => ReactNode;
  /** What the chart says, exactly: shown instead of it, and exported. Where there is none the chart stays. */
  tables: (value: T) => readonly PanelTable[];
  /** Below the chart and the tables. */
  below?: ReactNode;
  /** What stands below the tables, for files. */
  notes?: readonly string[];
};

/** A panel of one query: it waits, says why it failed, or shows its chart or its tables. */
export function QueryPanel<T>(props: QueryPanelProps<T>): ReactNode {
  const { name, title, subtitle, bare = false, state, needs = [], action } = props;
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
          className={`panel__loading panel__loading--${name}`}
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

/** Says on the panel itself that its figures are not complete, or may not be; nothing where they are. */
export function CompletenessMark({ completeness }: { completeness: Completeness | null }): ReactNode {
  const { t, formats } = useI18n();
  // Where nobody tells the total, the line above all panels says so once.
  if (completeness === null || completeness.kind === "complete" || completeness.kind === "unknown")
    return null;
  const values = { counted: formats.count(completeness.counted), total: formats.count(completeness.total) };
  const key = completeness.kind === "incomplete" ? "panel.incomplete" : "panel.moved";
  return <p className="panel__mark">{t(key, values)}</p>;
}

/** Says that the files do not tell what a figure needs, and how to get it. */
export function AbsentNote({ fields }: { fields: readonly Field[] }): ReactNode {
  return <p className="message">{absentSentence(fields, useI18n(), useView().config.data)}</p>;
}

/** What the files do not tell, and the way to it. */
export function absentSentence(
  fields: readonly Field[],
  { t, formats }: I18n,
  data: AppConfig["data"],
): string {
  const names = formats.list(fields.map((field) => t(`field.${field}`)));
  return `${t("source.absent", { fields: names, source: sourceKind(data) })} ${wayOutOf(fields, t, data)}`.trim();
}

/** Dates of later changes come with further imports or the API; anything else with a file that has it. */
export function wayOutOf(fields: readonly Field[], t: I18n["t"], data: AppConfig["data"]): string {
  if (sourceKind(data) === "api") return "";
  const isOfChanges = fields.every((field) => isDateField(field) && field !== "createdDate");
  if (!isOfChanges) return t("source.addFile");
  return t("source.wayOut", { history: sourceFactsOf(data)?.history ? "yes" : "no" });
}

type PanelExportProps = AboutParts & {
  name: string;
  /** The chart, while the panel shows it. */
  picture: RefObject<HTMLElement | null>;
  tables: () => readonly PanelTable[];
  notes: readonly string[];
};

/** Exports what a panel shows: its tables, and its chart as a picture. */
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
