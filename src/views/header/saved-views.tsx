import { lazy, type ReactNode, Suspense } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";

const List = lazy(async () => ({ default: (await import("./saved-view-list.tsx")).SavedViewList }));

/** Saved views; their code is loaded when opened. */
export function SavedViews(): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("saved.title")}
      value={t("saved.title")}
      sign="☆"
      content={(close) => (
        <Suspense fallback={<div className="tools__content" />}>
          <List close={close} />
        </Suspense>
      )}
    />
  );
}
