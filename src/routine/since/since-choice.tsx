import { lazy, type ReactNode, Suspense } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant, FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import { PopoverButton } from "#ui/popover-button.tsx";
import { useSeenTime } from "../use-seen-time.ts";
import type { SinceState } from "./use-since.ts";

// Lazy, because the field needs a calendar library.
const DayField = lazy(async () => ({ default: (await import("#ui/day-field.tsx")).DayField }));

const FIRST_DAY = dayOfInstant(FIRST_PLAUSIBLE);

/** Chooses an earlier visit or a day. */
export function SinceChoice({ since }: { since: SinceState }): ReactNode {
  const { t } = useI18n();
  const { panels } = useView().selection;
  const upTo = useSeenTime();
  const { base, back, goBack, choose } = since;
  const isVisit = base.kind === "visit" || base.kind === "ahead";
  return (
    <span className="since__tools no-print">
      {(panels.length === 0 || panels.includes("to-do")) && (
        <a className="link" href="#to-do">
          {t("toDo.title")}
        </a>
      )}
      {isVisit && base.hasEarlier && (
        <button type="button" className="link" onClick={() => goBack(back + 1)}>
          {t("since.earlier")}
        </button>
      )}
      {(base.kind === "day" || back > 0) && (
        <button
          type="button"
          className="link"
          onClick={() => {
            goBack(0);
            if (base.kind === "day") choose(null);
          }}
        >
          {t("since.last")}
        </button>
      )}
      <PopoverButton
        label={t("since.choose")}
        value={t("since.choose")}
        content={() => (
          <Suspense fallback={<div className="since__day" />}>
            <DayField
              label={t("since.firstDay")}
              value={base.kind === "day" ? base.day : dayOfInstant(upTo)}
              onChange={(day) => day !== null && day >= FIRST_DAY && choose(day)}
              first={FIRST_DAY}
              last={dayOfInstant(upTo)}
            />
          </Suspense>
        )}
      />
    </span>
  );
}
