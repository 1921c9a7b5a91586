import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { Count, useMarketName } from "#ui/value.tsx";

export type MarketControlProps = {
  /** All markets of the data, most referrals first. */
  markets: readonly { code: string; count: number }[];
  chosen: readonly string[];
  onChange: (codes: readonly string[]) => void;
};

/** The customer markets to look at: several are "or", none chosen means all. */
export function MarketControl({ markets, chosen, onChange }: MarketControlProps): ReactNode {
  const { words } = useI18n();
  const nameOf = useMarketName();
  const [only] = chosen;
  const value =
    only === undefined
      ? words("control.markets.all")
      : chosen.length === 1
        ? nameOf(only)
        : words("control.markets.some", { count: chosen.length });
  return (
    <PopoverButton
      label={words("control.markets")}
      value={value}
      content={() => <MarketChoice markets={markets} chosen={chosen} onChange={onChange} />}
    />
  );
}

function MarketChoice({ markets, chosen, onChange }: MarketControlProps): ReactNode {
  const { words } = useI18n();
  const nameOf = useMarketName();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const matches = withChosen(markets, chosen).filter(
    ({ code }) =>
      wanted === "" || code.toLowerCase() === wanted || nameOf(code).toLocaleLowerCase().includes(wanted),
  );
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code].sort());
  return (
    <>
      <input
        className="input"
        type="search"
        aria-label={words("control.markets.search")}
        placeholder={words("control.markets.search")}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className="option__head">{words("control.markets.counts")}</p>
      <ul className="options">
        {matches.map(({ code, count }) => (
          <li key={code}>
            <label className="option">
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <span>{nameOf(code)}</span>
              <span className="option__count">
                <Count value={count} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {matches.length === 0 && <p className="panel__note">{words("control.markets.none")}</p>}
      {chosen.length > 0 && (
        <button type="button" className="link" onClick={() => onChange([])}>
          {words("control.markets.clear")}
        </button>
      )}
    </>
  );
}

/** A chosen market stays in the list although the data holds no referral of it. */
function withChosen(
  markets: MarketControlProps["markets"],
  chosen: readonly string[],
): MarketControlProps["markets"] {
  const absent = chosen.filter((code) => !markets.some((market) => market.code === code));
  return [...absent.map((code) => ({ code, count: 0 })), ...markets];
}
