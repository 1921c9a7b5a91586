import { type ReactNode, useId, useState } from "react";
import { saveJson } from "#exports/save-file.ts";
import type { Target } from "#files/formats/format.ts";
import type { Mapping } from "#files/formats/mapping.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { UnknownTable } from "#local-files/read-files.ts";
import { FIELDS } from "#partner-center/fields.ts";
import { takeFocus } from "./take-focus.ts";

/** What a column can contain: fields of referrals, and dates that these are derived from. */
const TARGETS = [
  ...FIELDS,
  "mainStatus",
  "closedDate",
  "updatedDate",
  "expectedCloseDate",
  "dealValue",
  "dealValueUsd",
  "currency",
  "statusReason",
  "solutions",
  "leadSource",
  "referralProgram",
  "salesStage",
  "microsoftStatus",
  "registrationStatus",
] as const satisfies readonly Target[];

/** The statuses that values of another program can be mapped to. */
const STATUSES = {
  New: "outcome.open-new",
  Acknowledged: "outcome.open-acknowledged",
  Accepted: "outcome.open-accepted",
  Won: "outcome.won",
  Lost: "outcome.lost",
  Declined: "outcome.declined",
  Expired: "outcome.expired",
} as const;

/** `isDamaged`: the mapping that is kept for such files cannot be read. */
export type MappingFormProps = {
  table: UnknownTable;
  isDamaged: boolean;
  onUse: (mapping: Mapping) => void;
};

/** The mapping of a table's columns: suggestions and the user's choices. */
export function MappingForm({ table, isDamaged, onUse }: MappingFormProps): ReactNode {
  const { t, formats } = useI18n();
  const titleId = useId();
  const { suggested } = table;
  const [columns, setColumns] = useState<Mapping["columns"]>(suggested.mapping.columns);
  const [statuses, setStatuses] = useState<Record<string, string>>({});
  const words = new Set(
    table.columns.flatMap(({ name, words }) => (columns[name] === "status" ? words : [])),
  );
  const mapping: Mapping = { columns, statuses };
  const hasId = Object.values(columns).includes("id");
  const used = new Set<string>(Object.values(columns));
  const missing = suggested.missing.filter((field) => !used.has(field));
  const choose = (column: string, field: string) => {
    const { [column]: _, ...others } = columns;
    const target = TARGETS.find((one) => one === field);
    setColumns(target ? { ...others, [column]: target } : others);
  };
  const save = () => saveJson(JSON.stringify(mapping, null, 2), "mapping.json");
  return (
    <section aria-labelledby={titleId} className="files__map">
      <h3 id={titleId}>{t("files.map.title", { file: table.name })}</h3>
      <p>{t("files.map.intro")}</p>
      {isDamaged && <p>{t("files.map.damaged")}</p>}
      <Columns table={table} columns={columns} onChoose={choose} />
      {[...words].map((word) => (
        <StatusChoice
          key={word}
          word={word}
          value={statuses[word] ?? ""}
          onChange={(status) => setStatuses({ ...statuses, [word]: status })}
        />
      ))}
      {missing.length > 0 && (
        <p className="panel__note">
          {t("files.map.missing", {
            fields: formats.list(missing.map((field) => t(`field.${field as (typeof TARGETS)[number]}`))),
          })}
        </p>
      )}
      {hasId ? (
        <div className="files__actions">
          <button type="button" className="button" onClick={() => onUse(withWords(mapping))}>
            {t("files.map.use")}
          </button>
          <button type="button" className="button" onClick={save}>
            {t("files.map.save")}
          </button>
        </div>
      ) : (
        <p role="status">{t("files.map.needed")}</p>
      )}
    </section>
  );
}

/** Drops status mappings of a word to itself. */
function withWords({ columns, statuses }: Mapping): Mapping {
  return { columns, statuses: Object.fromEntries(Object.entries(statuses).filter(([, status]) => status)) };
}

type ColumnsProps = {
  table: UnknownTable;
  columns: Mapping["columns"];
  onChoose: (column: string, field: string) => void;
};

function Columns({ table, columns, onChoose }: ColumnsProps): ReactNode {
  const { t } = useI18n();
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("files.map.column")}</th>
            <th scope="col" className="text">
              {t("files.map.values")}
            </th>
            <th scope="col" className="text">
              {t("files.map.field")}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ name, values }, place) => (
            <tr key={name}>
              <th scope="row" className="files__name">
                {name}
              </th>
              <td className="text">
                <span className="files__values">{values.join(" · ")}</span>
              </td>
              <td className="text">
                <select
                  ref={place === 0 ? takeFocus : undefined}
                  className="select"
                  aria-label={name}
                  value={columns[name] ?? ""}
                  onChange={({ currentTarget }) => onChoose(name, currentTarget.value)}
                >
                  <option value="">{t("files.map.none")}</option>
                  {TARGETS.map((field) => (
                    <option key={field} value={field}>
                      {t(`field.${field}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type StatusChoiceProps = { word: string; value: string; onChange: (status: string) => void };

function StatusChoice({ word, value, onChange }: StatusChoiceProps): ReactNode {
  const { t } = useI18n();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("files.map.status", { word })}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("files.map.asWritten")}</option>
        {Object.entries(STATUSES).map(([status, key]) => (
          <option key={status} value={status}>
            {t(key)}
          </option>
        ))}
      </select>
    </div>
  );
}
