import type { CSSProperties, ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import type { Multiple } from "#referrals/small-multiples.ts";
import type { Drill } from "#selection/drill.ts";
import { RateStrip } from "./rate-strip.tsx";
import type { FunnelMultiples } from "./use-multiples.ts";
import type { PartsLook } from "./use-parts.tsx";

export type MultiplesChartProps = { breakdown: FunnelMultiples; look: PartsLook };

/** A small funnel per part and for the others, on a common scale, with their rates. */
export function MultiplesChart({ breakdown, look }: MultiplesChartProps): ReactNode {
  const { t } = useI18n();
  const { multiples, other, scale, all } = breakdown;
  const keys = multiples.map(({ key }) => key);
  return (
    <ul className="multiples">
      {multiples.map(({ key, funnel }) => (
        <li key={key} className="multiple">
          <p className="multiple__name">
            <Swatch colour={look.colourOf(key)} />
            {look.mark(key, "plain-button")}
            <UnfinishedNote look={look} part={key} />
          </p>
          <LittleFunnel funnel={funnel} drill={look.drillOf(key)} scale={scale} all={all} />
        </li>
      ))}
      {other && (
        <li className="multiple">
          <p className="multiple__name">
            <Swatch colour={look.colourOf("") === null ? null : "var(--market-other)"} />
            {t("split.other")}
          </p>
          <LittleFunnel funnel={other.funnel} drill={look.otherDrill(keys)} scale={scale} all={all} />
          <Members members={other.members} look={look} />
        </li>
      )}
    </ul>
  );
}

function Swatch({ colour }: { colour: string | null }): ReactNode {
  return colour !== null && <span className="swatch" style={{ background: colour }} />;
}

/** For an unfinished bucket, how much of it has passed. */
export function UnfinishedNote({ look, part }: { look: PartsLook; part: string }): ReactNode {
  const { t } = useI18n();
  const unfinished = look.unfinishedOf(part);
  if (unfinished === null) return null;
  const days = { covered: unfinished.coveredDays, days: unfinished.days };
  return <span className="second"> {t("trend.unfinished", days)}</span>;
}

type LittleFunnelProps = { funnel: Funnel; drill: Drill; scale: number; all: Funnel };

function LittleFunnel({ funnel, drill, scale, all }: LittleFunnelProps): ReactNode {
  const { t } = useI18n();
  const { created, accepted, won } = funnel;
  const wide = (count: number): CSSProperties => ({ inlineSize: `${(count / Math.max(scale, 1)) * 100}%` });
  const acceptance = { rate: acceptanceRate(funnel), of: acceptanceRate(all) };
  const win = { rate: winRate(funnel), of: winRate(all) };
  return (
    <dl className="multiple__figures">
      <dt>{t("stage.created")}</dt>
      <dd className="multiple__bar">
        <span style={wide(created)} />
      </dd>
      <dd>
        <Figure value={created} drill={drill} />
      </dd>
      <dt>{t("stage.accepted")}</dt>
      <dd className="multiple__bar multiple__bar--accepted">
        <span style={wide(accepted)} />
      </dd>
      <dd>
        <Figure value={accepted} drill={{ ...drill, reached: "accepted" }} />
      </dd>
      <dt>{t("stage.won")}</dt>
      <dd className="multiple__bar multiple__bar--won">
        <span style={wide(won)} />
      </dd>
      <dd>
        <Figure value={won} drill={{ ...drill, outcomes: ["won"] }} />
      </dd>
      <dt>{t("split.acceptance")}</dt>
      <dd>
        <RateStrip {...acceptance} />
      </dd>
      <dd>
        <RateFigure rate={acceptance.rate} drill={{ ...drill, reached: "accepted" }} />
      </dd>
      <dt>{t("split.win")}</dt>
      <dd>
        <RateStrip {...win} />
      </dd>
      <dd>
        <RateFigure rate={win.rate} drill={{ ...drill, outcomes: ["won"] }} />
      </dd>
    </dl>
  );
}

/** The members of Other, when expanded. */
function Members({ members, look }: { members: readonly Multiple[]; look: PartsLook }): ReactNode {
  const { t } = useI18n();
  return (
    <details className="multiple__members">
      <summary>{t("split.members", { count: members.length })}</summary>
      <ul>
        {members.map(({ key, funnel }) => (
          <li key={key}>
            {look.mark(key, "plain-button")} <Figure value={funnel.created} drill={look.drillOf(key)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
