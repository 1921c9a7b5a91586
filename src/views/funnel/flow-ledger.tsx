import type { ReactNode } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { Figure, ShareFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { type LedgerPart, ledgerOf } from "./flow-model.ts";

/** Created = Won + every exit + every open, written out; each part a filter and a list of referrals. */
export function FlowLedger({ funnel }: { funnel: Funnel }): ReactNode {
  const { t } = useI18n();
  return (
    <ul className="ledger" aria-label={t("flow.equation")}>
      <li className="ledger__row ledger__row--sum">
        <span className="ledger__name">{t("stage.created")}</span>
        <strong>
          <Figure value={funnel.created} drill={{}} />
        </strong>
      </li>
      {ledgerOf(funnel).map((part, at) => (
        <LedgerRow key={part.outcome} part={part} sign={at === 0 ? "=" : "+"} />
      ))}
    </ul>
  );
}

function LedgerRow({ part, sign }: { part: LedgerPart; sign: string }): ReactNode {
  const { t } = useI18n();
  const { outcome, count, share } = part;
  const name = t(`outcome.${outcome}`);
  return (
    <li className="ledger__row">
      <span className="ledger__sign">{sign}</span>
      <span className="ledger__name">
        <span className="swatch" style={{ background: outcomeColour(outcome) }} />
        <FilterMark filterKey="outcomes" value={outcome} name={name} className="plain-button">
          {name}
        </FilterMark>
      </span>
      <Figure value={count} drill={{ outcomes: [outcome] }} />
      <span className="second">
        <ShareFigure rate={share} drill={{ outcomes: [outcome] }} />
      </span>
    </li>
  );
}
