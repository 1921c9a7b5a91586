import type { ReactNode } from "react";
import { Link } from "wouter";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import type { WhyDays, WhyFigure } from "#selection/keys/why.ts";
import type { Selection } from "#selection/selection.ts";
import { WHY_PLACE, whyAddress } from "#selection/view-address.ts";

export type WhyLinkProps = {
  figure: WhyFigure;
  drill: Drill;
  selection: Selection;
  /** The days of the change, where they are not those of the page's comparison. */
  days?: WhyDays | undefined;
};

/** Links to the explanation of a change, in the selection and filters of its figure. */
export function WhyLink({ figure, drill, selection, days }: WhyLinkProps): ReactNode {
  const { t } = useI18n();
  const { markets = selection.markets, partners = selection.partners, sizes = selection.sizes } = drill;
  if (selection.panels.length > 0 && !selection.panels.includes(WHY_PLACE)) return null;
  // With a single market a decomposition by market explains nothing.
  const whyBy = markets.length === 1 ? "size" : "market";
  return (
    <Link
      href={whyAddress(
        { ...selection, markets, partners, sizes },
        { why: figure, whyBy, whyDays: days ?? null },
      )}
      className="link why-link no-print"
      title={t("why.link.title", { figure: t(`versus.${figure}`) })}
      onClick={showExplanation}
    >
      {t("why.link")}
      <span className="visually-hidden"> {t(`versus.${figure}`)}</span>
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
