import { type ReactNode, useState } from "react";
import { MAX_POINTS } from "#dashboard/context/resolved-selection.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { catalogueOf, languageName } from "#i18n/languages.ts";
import type { Grain } from "#lib/calendar.ts";
import type { AddressFault } from "#selection/parameter.ts";
import { useSelection } from "#selection/use-selection.ts";
import { Sentences } from "#ui/value.tsx";

export type AddressNoticeProps = {
  faults: readonly AddressFault[];
  /** Set by the page frame, which also reports unsupported languages; views report faults of their own keys. */
  grainFault?: Grain | null;
};

/** Reports invalid parts of the address until dismissed or the address changes. */
export function AddressNotice({ faults, grainFault }: AddressNoticeProps): ReactNode {
  const { t } = useI18n();
  const sentences = useSentences(faults, grainFault);
  const [dismissed, setDismissed] = useState("");
  const all = sentences.join(" ");
  if (all === "" || all === dismissed) return null;
  return (
    <div className="message" role="status">
      <strong>{t("notice.title")}</strong>
      <Sentences of={sentences} />
      <button type="button" className="link" onClick={() => setDismissed(all)}>
        {t("notice.dismiss")}
      </button>
    </div>
  );
}

function useSentences(faults: readonly AddressFault[], grainFault: Grain | null | undefined): string[] {
  const { t, formats, locale } = useI18n();
  const { lang } = useSelection().selection;
  const sentences = faults.map((fault) => {
    if (fault.kind === "order") return t("notice.order");
    if (fault.kind === "version") return t("notice.version", { version: fault.version });
    if (fault.kind === "tooLong") return t("notice.tooLong", { most: formats.count(fault.most) });
    return t("notice.value", { value: fault.value, parameter: fault.parameter });
  });
  if (grainFault !== undefined && lang && !catalogueOf(lang))
    sentences.push(
      t("notice.language", { value: lang, language: languageName(catalogueOf(locale) ?? locale) }),
    );
  if (grainFault) sentences.push(t("notice.grain", { value: t(`grain.${grainFault}`), most: MAX_POINTS }));
  return sentences;
}
