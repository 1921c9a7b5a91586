import { type ReactNode, use, useRef, useState } from "react";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { saveJson } from "#exports/save-file.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { readWatchRules, type WatchFault, type WatchRule } from "#referrals/watch/watch-rule.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { JsonFileButton } from "#ui/json-file-button.tsx";
import { useKeptFocus } from "#ui/use-kept-focus.ts";
import { useMarketName } from "#ui/value.tsx";
import { Unreadable } from "../unreadable.tsx";
import { useVerdictText } from "./watch-alerts.tsx";
import { WatchForm } from "./watch-form.tsx";
import { type NotifyState, notifyState, startNotifying, stopNotifying } from "./watch-notify.ts";
import { ruleKey, useWatchRules } from "./watch-store.ts";
import { type WatchedRule, watchTable } from "./watch-table.tsx";
import "./watch.css";

/** All rules with their state; written, changed, imported and exported here. */
export function WatchPanel(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const { store, rules, isUnreadable } = useWatchRules();
  const judgements = useObservable(store.judgements);
  const names = { market: useMarketName(), size: useSizeName() };
  const verdictText = useVerdictText();
  const [edited, edit] = useState<number | null>(null);
  const rows = rules.map((rule, place): WatchedRule => {
    const judgement = judgements.get(ruleKey(rule)) ?? null;
    return { rule, place, judgement, verdict: verdictText(judgement) };
  });
  const actions = {
    edit,
    remove: (place: number) => {
      edit(null);
      store.rules.change((all) => all.filter((_, at) => at !== place));
    },
  };
  return (
    <div id="watch" className="watch">
      <QueryPanel
        name="watch"
        title={t("watch.title")}
        subtitle={t("watch.subtitle")}
        state={{ kind: "success", value: rows, isPlaceholder: false, refreshError: null }}
        figures={["watch"]}
        chart={(value) =>
          value.length > 0 ? (
            <ScrolledTable {...watchTable(value, names, i18n, actions)} />
          ) : (
            !isUnreadable && <p className="panel__note">{t("watch.none")}</p>
          )
        }
        tables={(value) => (value.length > 0 ? [panelTable(watchTable(value, names, i18n))] : [])}
        below={
          <>
            <Unreadable kept={store.rules} what="watch" />
            <WatchTools edited={edited} edit={edit} />
          </>
        }
      />
    </div>
  );
}

type WatchToolsProps = { edited: number | null; edit: (place: number | null) => void };

/** Adds, changes, imports and exports rules; what is wrong with one is said. */
function WatchTools({ edited, edit }: WatchToolsProps): ReactNode {
  const { t } = useI18n();
  const { store, rules } = useWatchRules();
  const [fault, setFault] = useState<WatchFault | null>(null);
  const [isNew, setNew] = useState(false);
  const take = (text: string) => {
    const read = readWatchRules(text);
    const isWhole = Array.isArray(read);
    setFault(isWhole ? null : read);
    if (isWhole) store.rules.change(() => read);
    return isWhole;
  };
  const close = () => {
    edit(null);
    setNew(false);
  };
  const save = (rule: WatchRule) => {
    const next = edited === null ? [...rules, rule] : rules.map((one, at) => (at === edited ? rule : one));
    const isTaken = take(JSON.stringify(next));
    if (isTaken) close();
    return isTaken;
  };
  const isOpen = isNew || edited !== null;
  const tools = useRef<HTMLDivElement>(null);
  useKeptFocus(tools, `${isOpen} ${edited} ${rules.length}`, edited !== null);
  return (
    <div ref={tools} className="watch__tools no-print">
      {isOpen && (
        <WatchForm
          key={edited ?? "new"}
          edited={edited === null ? null : (rules[edited] ?? null)}
          onSave={save}
          onCancel={close}
        />
      )}
      <p className="watch__actions">
        {!isOpen && (
          <button type="button" className="button" onClick={() => setNew(true)}>
            {t("watch.write")}
          </button>
        )}
        <JsonFileButton label={t("targets.import")} onFile={(_, text) => take(text)} />
        {rules.length > 0 && (
          <button type="button" className="link" onClick={() => saveRules(rules)}>
            {t("targets.export")}
          </button>
        )}
        {rules.length > 0 && <Notifying />}
      </p>
      <Problems fault={fault} isKept={useObservable(store.rules.isKept)} />
    </div>
  );
}

/** What is wrong with rules that were not taken, and with the storage of others. */
function Problems({ fault, isKept }: { fault: WatchFault | null; isKept: boolean }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      {fault && (
        <p role="alert" className="watch__fault">
          {t(`watch.fault.${fault.part}`, { place: fault.place ?? 1 })}
        </p>
      )}
      {!isKept && (
        <p role="status" className="panel__note">
          {t("watch.notKept")}
        </p>
      )}
    </>
  );
}

function saveRules(rules: readonly WatchRule[]): void {
  saveJson(JSON.stringify(rules, null, 2), "referrals-watch.json");
}

/** Switches notifications; the browser is asked for permission on a press only. */
function Notifying(): ReactNode {
  const { t } = useI18n();
  const reader = useReader();
  const [state, setState] = useState<NotifyState>(() => notifyState(reader));
  const press = async () => {
    if (state === "on") {
      stopNotifying(reader);
      setState(notifyState(reader));
    } else setState(await startNotifying(reader));
  };
  const isOn = state === "on";
  return (
    <>
      {(isOn || state === "off" || state === "open") && (
        <button type="button" className="link" aria-pressed={isOn} onClick={() => void press()}>
          {t("watch.notify")}
        </button>
      )}
      <span role="status" className="second">
        {state !== "on" && state !== "off" && t(`watch.notify.${state}`)}
      </span>
    </>
  );
}
