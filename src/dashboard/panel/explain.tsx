import type { ReactNode } from "react";
import { Link } from "wouter";
import { useSelectionWords } from "#dashboard/context/selection-words.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { helpAddress } from "#selection/view-address.ts";
import { PopoverButton } from "#ui/popover-button.tsx";

/** The figures that the catalogue defines, by the last part of their keys. */
export type Defined = Extract<MessageKey, `define.${string}`> extends `define.${infer Name}` ? Name : never;

export type ExplainProps = {
  figures: readonly Defined[];
  /** Queries of the questions that were asked, as they go over the wire. */
  questions: readonly string[];
};

/** How the figures of a panel are counted: in words, with the dates and filters in force, and the request behind. */
export function Explain({ figures, questions }: ExplainProps): ReactNode {
  const { words } = useI18n();
  return (
    <PopoverButton
      label={words("explain.title")}
      value="?"
      isQuiet
      content={() => <Explanation figures={figures} questions={questions} />}
    />
  );
}

function Explanation({ figures, questions }: ExplainProps): ReactNode {
  const { words } = useI18n();
  const sentences = useSelectionWords();
  const { selection } = useView();
  return (
    <div className="explain">
      <h3>{words("explain.title")}</h3>
      <dl>
        {figures.map((name) => (
          <div key={name}>
            <dt>{words(`defined.${name}`)}</dt>
            <dd>{words(`define.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link href={helpAddress(selection, `define-${figures[0] ?? "created"}`)}>{words("help.link")}</Link>
      </p>
      <h4>{words("explain.inForce")}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {questions.length > 0 && <h4>{words("explain.request")}</h4>}
      {questions.map((question) => (
        <code key={question} className="explain__request">
          {`GET ${ENDPOINT}?${decoded(question)}`}
        </code>
      ))}
    </div>
  );
}

/** A query as it can be read; it is text here, never an address to go to. */
function decoded(question: string): string {
  try {
    return decodeURIComponent(question.replaceAll("+", " "));
  } catch {
    return question;
  }
}
