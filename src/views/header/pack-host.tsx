import { lazy, type ReactNode, Suspense } from "react";
import { packDialog } from "#dashboard/panel/pack-registry.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";

const PackDialog = lazy(async () => ({ default: (await import("./pack-dialog.tsx")).PackDialog }));

/** The dialog for a review pack, once opened. */
export function PackHost(): ReactNode {
  const isOpen = useObservable(packDialog);
  return (
    isOpen && (
      <Suspense>
        <PackDialog onClose={() => packDialog.set(false)} />
      </Suspense>
    )
  );
}

export function PackButton({ before }: { before?: () => void }): ReactNode {
  const { t } = useI18n();
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        before?.();
        packDialog.set(true);
      }}
    >
      {t("pack.open")}
    </button>
  );
}
