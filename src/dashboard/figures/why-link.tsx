import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import type { Rival } from "#selection/keys/rival.ts";
import type { WhyDays, WhyDimension, WhyFigure } from "#selection/keys/why.ts";
import type { Selection } from "#selection/selection.ts";
import { WHY_PLACE, whyAddress } from "#selection/why-address.ts";
import { Link } from "#ui/link.tsx";
import { useView } from "../context/view-context.tsx";

export type WhyLinkProps = {
  figure: WhyFigure;
  drill: Drill;
  selection: Selection;
  /** The days of the change, where they are not those of the page's comparison. */
  days?: WhyDays | undefined;
  /** The filter value that is compared with, instead of a period. */
  rival?: Rival | undefined;
};

/** Links to the explanation of a change, in the selection and filters of its figure. */
export function WhyLink({ figure, drill, selection, days, rival }: WhyLinkProps): ReactNode {
  const { t } = useI18n();
  const { markets = selection.markets, partners = selection.partners, sizes = selection.sizes } = drill;
  const isMarketFixed = markets.length === 1 || rival?.dimension === "market";
  const keys = {
    why: figure,
    whyBy: explainingDimension(isMarketFixed),
    whyDays: days ?? null,
    whyRival: rival ?? null,
  };
  const address = whyAddress({ ...selection, markets, partners, sizes }, keys);
  return <ExplanationLink address={address} figure={t(`versus.${figure}`)} />;
}

/** With a single market a decomposition by market explains nothing. */
export function explainingDimension(isMarketFixed: boolean): WhyDimension {
  return isMarketFixed ? "size" : "market";
}

/** "why?" */
export function ExplanationLink({ address, figure }: { address: string; figure: string }): ReactNode {
  const { t } = useI18n();
  const { panels } = useView().selection;
  if (panels.length > 0 && !panels.includes(WHY_PLACE)) return null;
  return (
    <Link
      href={address}
      className="link why-link no-print"
      title={t("why.link.title", { figure })}
      onClick={showExplanation}
    >
      {t("why.link")}
      <span className="visually-hidden"> {figure}</span>
    </Link>
  );
}

/** Scrolls to the explanation, once it is rendered. */
export function showExplanation(): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(WHY_PLACE);
    place?.scrollIntoView({ block: "start" });
    place?.focus({ preventScroll: true });
  });
}
