import { type ReactNode, useRef, useState } from "react";
import { parseTargets, type ReadTargets, readTargets, type TargetFault } from "#config/targets.ts";
import { saveJson } from "#exports/save-file.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { PROGRAM_TARGETS, type RateTarget } from "#referrals/targets.ts";
import { JsonFileButton } from "#ui/json-file-button.tsx";
import { useKeptFocus } from "#ui/use-kept-focus.ts";
import { Unreadable } from "../unreadable.tsx";
import { TargetForm } from "./target-form.tsx";
import { targetStore, useGivenTargets, useTargets } from "./target-store.ts";

/** Sets, imports and exports targets; what is wrong with one is said. */
export function TargetTools(): ReactNode {
  const { t } = useI18n();
  const all = useTargets();
  const own = useObservable(targetStore);
  const isKept = useObservable(targetStore.isKept);
  const isUnreadable = useObservable(targetStore.unreadable) !== null;
  const given = useGivenTargets();
  const [faults, setFaults] = useState<readonly TargetFault[]>([]);
  const take = (read: ReadTargets) => {
    setFaults(read.faults);
    if (read.faults.length > 0) return false;
    targetStore.change(() => read.targets);
    return true;
  };
  const tools = useRef<HTMLDivElement>(null);
  useKeptFocus(tools, String(own.length));
  const add = (more: readonly unknown[]) => take(readTargets([...own, ...more]));
  return (
    <div ref={tools} className="targets__tools no-print">
      <Unreadable kept={targetStore} what="targets" />
      {all.length === 0 && !isUnreadable && <NoTargets onAdd={add} />}
      {given.faults.length > 0 && (
        <div className="targets__fault">
          <p>{t("targets.givenFaults")}</p>
          <Faults faults={given.faults} />
        </div>
      )}
      <p className="targets__actions">
        <JsonFileButton label={t("targets.import")} onFile={(_, text) => take(parseTargets(text))} />
        {own.length > 0 && (
          <button type="button" className="link" onClick={() => saveTargets(own)}>
            {t("targets.export")}
          </button>
        )}
      </p>
      <details>
        <summary>{t("targets.add")}</summary>
        <TargetForm onAdd={(target) => add([target])} />
      </details>
      {faults.length > 0 && (
        <div role="alert" className="targets__fault">
          <Faults faults={faults} />
        </div>
      )}
      {!isKept && <p className="panel__note">{t("targets.notKept")}</p>}
    </div>
  );
}

/** A sentence per wrong target. */
function Faults({ faults }: { faults: readonly TargetFault[] }): ReactNode {
  const { t } = useI18n();
  return faults.map(({ part, place }) => (
    <p key={`${part} ${place}`}>{t(`targets.fault.${part}`, { place: place ?? 1 })}</p>
  ));
}

function saveTargets(targets: readonly RateTarget[]): void {
  saveJson(JSON.stringify(targets, null, 2), "referrals-targets.json");
}

/** Offers the targets that Microsoft has published. */
function NoTargets({ onAdd }: { onAdd: (targets: readonly unknown[]) => boolean }): ReactNode {
  const { t } = useI18n();
  const source = { name: t("targets.programName"), source: t("targets.programSource"), month: "2023-03" };
  return (
    <p className="panel__note">
      {t("targets.none")}{" "}
      <button
        type="button"
        className="link"
        onClick={() => onAdd(PROGRAM_TARGETS.map((target) => ({ ...target, ...source })))}
      >
        {t("targets.usePrograms")}
      </button>
    </p>
  );
}
