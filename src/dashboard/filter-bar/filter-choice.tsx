import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { Count } from "#ui/value.tsx";

export type FilterOption = { key: string; name: string; count: number | null };

export type FilterChoiceProps = {
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (keys: readonly string[]) => void;
};

/** More than there are countries: what has more is searched, not walked through. */
const MAX_SHOWN = 300;

/** Fewer options than this are seen at a glance. */
const MIN_TO_SEARCH = 9;

/** Values of a filter to look at: several are "or", none chosen means all. */
export function FilterChoice({ options, chosen, onChange }: FilterChoiceProps): ReactNode {
  const { t } = useI18n();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const matches = options.filter(
    ({ key, name }) =>
      wanted === "" || key.toLowerCase() === wanted || name.toLocaleLowerCase().includes(wanted),
  );
  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].sort());
  return (
    <>
      {options.length >= MIN_TO_SEARCH && (
        <input
          className="input"
          type="search"
          aria-label={t("control.search")}
          placeholder={t("control.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul className="options">
        {matches.slice(0, MAX_SHOWN).map(({ key, name, count }) => (
          <li key={key}>
            <label className="option">
              <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
              <span>{name}</span>
              {count !== null && (
                <span className="option__count">
                  <Count value={count} />
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {matches.length > MAX_SHOWN && (
        <p className="panel__note">{t("control.further", { count: matches.length - MAX_SHOWN })}</p>
      )}
      {matches.length === 0 && <p className="panel__note">{t("control.none")}</p>}
      {chosen.length > 0 && (
        <button type="button" className="link" onClick={() => onChange([])}>
          {t("control.all")}
        </button>
      )}
    </>
  );
}
