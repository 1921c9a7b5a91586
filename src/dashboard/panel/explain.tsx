import type { ReactNode } from "react";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { helpAddress } from "#selection/view-address.ts";
import { Link } from "#ui/link.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";

/** Figures with a definition, by the last part of their message keys. */
export type Defined = Extract<MessageKey, `define.${string}`> extends `define.${infer Name}` ? Name : never;

export type ExplainProps = {
  figures: readonly Defined[];
  /** Query strings as sent. */
  queries: readonly string[];
};

/** How the figures of a panel are counted: definitions, dates and filters applied, and the request. */
export function Explain({ figures, queries }: ExplainProps): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("explain.title")}
      value="?"
      isQuiet
      content={() => <Explanation figures={figures} queries={queries} />}
    />
  );
}

function Explanation({ figures, queries }: ExplainProps): ReactNode {
  const { t } = useI18n();
  const sentences = useSelectionSentences();
  const { selection } = useView();
  return (
    <div className="explain">
      <h3>{t("explain.title")}</h3>
      <dl>
        {figures.map((name) => (
          <div key={name}>
            <dt>{t(`defined.${name}`)}</dt>
            <dd>{t(`define.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link href={helpAddress(selection, `define-${figures[0] ?? "created"}`)}>{t("help.link")}</Link>
      </p>
      <h4>{t("explain.inForce")}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {queries.length > 0 && <h4>{t("explain.request")}</h4>}
      {queries.map((query) => (
        <code key={query} className="explain__request">
          {`GET ${ENDPOINT}?${decoded(query)}`}
        </code>
      ))}
    </div>
  );
}

/** A readable query; displayed only, never used as a URL. */
function decoded(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll("+", " "));
  } catch {
    return query;
  }
}
