import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import type { ExportMenuProps, ExportStatus } from "./export-state.ts";
import { offerToPack } from "./pack-registry.ts";

const choices = () => import("./export-choices.tsx");
const ExportChoices = lazy(async () => ({ default: (await choices()).ExportChoices }));

/** A menu to export a panel or table; exports continue while it is closed. */
export function ExportMenu(props: ExportMenuProps): ReactNode {
  const { t, formats } = useI18n();
  const [status, setStatus] = useState<ExportStatus>({ kind: "idle" });
  const share = status.kind === "running" ? status.written / Math.max(status.total, 1) : null;
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => offerToPack({ ...props, place: () => place.current }), [props]);
  return (
    <>
      <span ref={place} hidden />
      <PopoverButton
        label={t("export.open", { name: props.title })}
        value={share === null ? "" : formats.percent(share)}
        isQuiet
        icon={share === null ? <DownloadIcon /> : null}
        content={() => (
          <Suspense fallback={<div className="export" />}>
            <ExportChoices {...props} status={status} onStatus={setStatus} />
          </Suspense>
        )}
      />
    </>
  );
}

/** Drawn: few fonts have U+2913, and to look for one that has it costs a slow machine 10 to 25 ms. */
function DownloadIcon(): ReactNode {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d="M6 1v7M3 5l3 3 3-3M2 11h8" />
    </svg>
  );
}
