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
        value={share === null ? "⤓" : formats.percent(share)}
        isQuiet
        content={() => (
          <Suspense fallback={<div className="export" />}>
            <ExportChoices {...props} status={status} onStatus={setStatus} />
          </Suspense>
        )}
      />
    </>
  );
}
