import type { ReactNode } from "react";
import { LostRows } from "#dashboard/data-quality/lost-rows.tsx";
import { formatName } from "#dashboard/data-quality/source-notes.tsx";
import type { Mapping } from "#files/formats/mapping.ts";
import type { DateOrder } from "#files/values/date-text.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { FilesReport } from "#local-files/file-store.ts";
import type { KeptMappings } from "./kept-mappings.ts";
import { MappingForm } from "./mapping-form.tsx";
import { faultSentence, reportSentences } from "./report-sentences.ts";
import { takeFocus } from "./take-focus.ts";

export type FilesReportViewProps = {
  report: FilesReport;
  dateOrder: DateOrder | null;
  damaged: KeptMappings["damaged"];
  onDateOrder: (order: DateOrder) => void;
  onMapping: (key: string, mapping: Mapping) => void;
};

/** What files contain, what was rejected, and what they lack. */
export function FilesReportView({
  report,
  dateOrder,
  damaged,
  onDateOrder,
  onMapping,
}: FilesReportViewProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { problem, faults, unknown, facts } = report;
  const isUndecided = dateOrder !== null || facts.tables.some(({ openDates }) => openDates.length > 0);
  const problems = [
    ...faults.map((fault) => faultSentence(fault, i18n)),
    ...(problem && (problem !== "nothing-read" || unknown.length + faults.length === 0)
      ? [t(`files.problem.${problem}`)]
      : []),
  ];
  return (
    <>
      {problems.length > 0 && (
        <div role="alert">
          {problems.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {report.tables.length > 0 && <Tables report={report} />}
      {isUndecided && <OrderChoice report={report} dateOrder={dateOrder} onDateOrder={onDateOrder} />}
      {unknown.map((table) => (
        <MappingForm
          key={table.name}
          table={table}
          isDamaged={
            table ===
            unknown.find(({ key }) => damaged === "all" || (key === table.key && damaged.includes(key)))
          }
          onUse={(mapping) => onMapping(table.key, mapping)}
        />
      ))}
      <ul className="files__notes">
        {reportSentences(report, i18n).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <LostRows facts={facts} />
    </>
  );
}

function Tables({ report: { tables } }: { report: FilesReport }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("files.file")}</th>
            <th scope="col">{t("files.rows")}</th>
            <th scope="col">{t("files.rejected")}</th>
            <th scope="col" className="text">
              {t("files.format")}
            </th>
            <th scope="col">{t("files.columns")}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ name, format, scores, rows, rejected }) => (
            <tr key={name}>
              <th scope="row" className="files__name">
                {name}
              </th>
              <td>{formats.count(rows)}</td>
              <td>{formats.count(rejected.count)}</td>
              <td className="text">{formatName(format, i18n)}</td>
              <td>{scoreWords(scores, format, i18n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function scoreWords(scores: FilesReport["tables"][number]["scores"], format: string, { t }: I18n): string {
  const score = scores.find((one) => one.format === format);
  return score ? t("files.columnsOf", { found: score.found, of: score.of }) : "–";
}

type OrderChoiceProps = Omit<FilesReportViewProps, "onMapping" | "damaged">;

/** Choice of the order of day and month, where all values are ambiguous. */
function OrderChoice({ report, dateOrder, onDateOrder }: OrderChoiceProps): ReactNode {
  const { t, formats } = useI18n();
  const open = report.tables.flatMap(({ name, dates }) => {
    const columns = dates.filter(({ origin }) => origin === "unknown" || origin === "setting");
    const text = columns.find(({ example }) => example)?.example?.text;
    return text ? [{ file: name, columns: formats.list(columns.map(({ column }) => column)), text }] : [];
  });
  const legend = open.map((values) => t("files.order", values)).join(" ");
  return (
    <fieldset className="files__order">
      <legend>{legend}</legend>
      {(["day-first", "month-first"] as const).map((order) => (
        <label key={order} className="option">
          <input
            // A choice that was made keeps the focus wherever it is.
            ref={order === "day-first" && dateOrder === null ? takeFocus : undefined}
            type="radio"
            name="date-order"
            checked={dateOrder === order}
            onChange={() => onDateOrder(order)}
          />
          {t(`files.order.${order}`)}
        </label>
      ))}
      {dateOrder === null && <p className="panel__note">{t("files.order.needed")}</p>}
    </fieldset>
  );
}
