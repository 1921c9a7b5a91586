import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import type { TableModel } from "#table/column.ts";
import { Bucket } from "#ui/value.tsx";
import { cohortStatus } from "./cohort-readout.tsx";
import { funnelColumns } from "./funnel-columns.tsx";
import { PeriodMark } from "./period-mark.tsx";

/** The cohorts in figures, the oldest first. */
export function cohortsTable(cohorts: readonly Cohort[], grain: Grain, i18n: I18n): TableModel<Cohort> {
  const { t, formats } = i18n;
  const make = figureColumns<Cohort>(i18n);
  const nameOf = ({ bucket }: Cohort) => formats.bucket(bucket.start, grain);
  return {
    columns: [
      make.bucket({
        header: t("cohorts.cohort"),
        grain,
        start: ({ bucket }) => bucket.start,
        cell: (cohort) => (
          <PeriodMark
            period={cohort.bucket.covered}
            name={nameOf(cohort)}
            basis="created"
            className="plain-button"
          >
            <Bucket start={cohort.bucket.start} name={nameOf(cohort)} />
          </PeriodMark>
        ),
      }),
      ...funnelColumns<Cohort>(
        { funnel: ({ funnel }) => funnel, drill: ({ bucket }) => ({ within: bucket.covered }) },
        i18n,
      ),
      make.text({
        id: "status",
        header: t("trend.status"),
        className: "text",
        value: (cohort) => cohortStatus(cohort, i18n),
        cellProps: () => ({ className: "second" }),
      }),
    ],
    rows: cohorts,
    rowKey: ({ bucket }) => bucket.start,
  };
}
