import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";

export type IssueWordsProps = {
  /** Counted in the records themselves; null before somebody looked at them. */
  exact: number | null;
  /** As many as groups tell of. */
  atLeast: number;
};

/** How many records have issues, or at least how many, or that nobody has looked yet. */
export function IssueWords({ exact, atLeast }: IssueWordsProps): ReactNode {
  const { t } = useI18n();
  if (exact !== null) return <data value={exact}>{t("quality.issues", { count: exact })}</data>;
  if (atLeast === 0) return t("quality.unchecked");
  return <data value={atLeast}>{t("quality.atLeast", { count: atLeast })}</data>;
}
