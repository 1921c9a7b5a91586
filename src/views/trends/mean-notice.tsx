import type { ReactNode } from "react";
import { grainsFor } from "#dashboard/context/resolved-selection.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { MeanFault } from "./trends-view-model.ts";

/** Why a moving mean that was asked for is not drawn, and the step to it. */
export function MeanNotice({ fault }: { fault: MeanFault }): ReactNode {
  const { t } = useI18n();
  const { viewData, change } = useView();
  const { grain, period } = viewData.resolved;
  if (fault !== "grain") return <p className="panel__note">{t(`trends.mean.${fault}`)}</p>;
  return (
    <p className="panel__note">
      {t("trends.mean.grain", { grain })}{" "}
      {grainsFor(period).includes("day") ? (
        <button type="button" className="link" onClick={() => change({ grain: "day" })}>
          {t("trends.mean.toDays")}
        </button>
      ) : (
        t("trends.mean.tooLong")
      )}
    </p>
  );
}
