import { type ReactNode, use, useEffect } from "react";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { DataClientProvider, useDataClient } from "#queries/data-client-context.tsx";
import type { Judgement } from "#referrals/watch/judge-rule.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import { Panel } from "#ui/panel.tsx";
import { useMarketName } from "#ui/value.tsx";
import { useJudgement } from "./use-judgement.ts";
import { notifyOf } from "./watch-notify.ts";
import { boundText, intervalText, notJudgedText, ruleSentence } from "./watch-sentences.ts";
import { ruleKey, useWatchRules, watchStoreOf } from "./watch-store.ts";
import { WatchValue } from "./watch-table.tsx";
import "./watch.css";

/** What fired, on top of the page; judges all rules. */
export function WatchAlerts(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const { rules, isUnreadable } = useWatchRules();
  const judged = useJudged();
  useNotices(judged);
  const fired = judged.filter(({ judgement }) => judgement.verdict.kind === "fired");
  const open = judged.filter(({ judgement }) => judgement.verdict.kind === "not-judged").length;
  return (
    <>
      <WholeData>
        {rules.map((rule) => (
          <RuleJudge key={ruleKey(rule)} rule={rule} />
        ))}
      </WholeData>
      {isUnreadable && (
        <Panel title={t("watch.alerts")} bare>
          <p>
            {t("watch.unread")} <a href="#watch">{t("watch.toRules")}</a>
          </p>
        </Panel>
      )}
      {rules.length > 0 && judged.length === rules.length && (
        <Panel title={t("watch.alerts")} bare>
          <ul className="watch__alerts">
            {fired.map((one) => (
              <li key={ruleKey(one.rule)} className="watch__alert">
                <Alert {...one} />
              </li>
            ))}
            <li className="second">
              {fired.length === 0 && t("watch.noneFired")} {open > 0 && t("watch.notJudged", { count: open })}{" "}
              <a href="#watch">{t("watch.toRules")}</a>
            </li>
          </ul>
        </Panel>
      )}
    </>
  );
}

export type JudgedRule = { rule: WatchRule; judgement: Judgement };

function useJudged(): JudgedRule[] {
  const { store, rules } = useWatchRules();
  const judgements = useObservable(store.judgements);
  return rules.flatMap((rule) => {
    const judgement = judgements.get(ruleKey(rule));
    return judgement ? [{ rule, judgement }] : [];
  });
}

/** Rules are about all referrals, even where the page is restricted to some kinds of deals. */
function WholeData({ children }: { children: ReactNode }): ReactNode {
  const dataClient = useDataClient();
  const whole = dataClient.extraFilter === "" ? dataClient : { ...dataClient, ...dataClient.clientsFor([]) };
  return <DataClientProvider dataClient={whole}>{children}</DataClientProvider>;
}

function RuleJudge({ rule }: { rule: WatchRule }): null {
  const { judge } = watchStoreOf(useReader());
  const judgement = useJudgement(rule);
  useEffect(() => {
    if (judgement) judge(rule, judgement);
  }, [judge, rule, judgement]);
  return null;
}

function Alert({ rule, judgement }: JudgedRule): ReactNode {
  const i18n = useI18n();
  const names = { market: useMarketName(), size: useSizeName() };
  return (
    <>
      <strong>{ruleSentence(rule, names, i18n)}</strong>{" "}
      {judgement.values.map((value) => (
        <span key={value.from} className="watch__value">
          {intervalText(rule, value, i18n)}: <WatchValue rule={rule} value={value} />
        </span>
      ))}{" "}
      <span className="second">{boundText(rule, judgement, i18n)}</span>
    </>
  );
}

function useNotices(judged: readonly JudgedRule[]): void {
  const i18n = useI18n();
  const reader = useReader();
  const names = { market: useMarketName(), size: useSizeName() };
  const notices = judged
    .filter(({ judgement }) => judgement.verdict.kind === "fired")
    .map(({ rule, judgement }) => ({
      stamp: `${ruleKey(rule)} ${judgement.values.at(-1)?.to}`,
      text: ruleSentence(rule, names, i18n),
    }));
  const stamps = notices.map(({ stamp }) => stamp).join("\n");
  const title = i18n.t("watch.title");
  // biome-ignore lint/correctness/useExhaustiveDependencies: notices are new objects on each render.
  useEffect(() => notifyOf(reader, title, notices), [reader, title, stamps]);
}

/** The state of a rule in words. */
export function useVerdictText(): (judgement: Judgement | null) => string {
  const i18n = useI18n();
  const { data } = useView().config;
  return (judgement) => {
    if (judgement === null) return i18n.t("watch.verdict.pending");
    const { kind } = judgement.verdict;
    if (kind !== "not-judged") return i18n.t(`watch.verdict.${kind}`);
    return i18n.t("watch.verdict.notJudged", { why: notJudgedText(judgement, data, i18n) });
  };
}
