import type { ReactNode } from "react";
import { spreadLabels } from "./label-layout.ts";

export type EdgeLabel = {
  key: string;
  colour: string;
  /** Drawn as a line instead of an area. */
  line?: "solid" | "dashed";
  /** Where it belongs, in pixels from the top of the chart. */
  centre: number;
  content: ReactNode;
};

export type EdgeLabelsProps = {
  labels: readonly EdgeLabel[];
  height: number;
  /** Pixels from one label to the next: a line of text, or more where labels are pressed. */
  line?: number;
};

/** Room for one line of text, in pixels. */
const TEXT = 17;

/** The names of what is drawn, at the right edge, from top to bottom; moved apart where they would touch. */
export function EdgeLabels({ labels, height, line: room = TEXT }: EdgeLabelsProps): ReactNode {
  const sorted = labels.toSorted((a, b) => a.centre - b.centre);
  const centres = spreadLabels(
    sorted.map(({ centre }) => centre),
    room,
    height + room,
  );
  return (
    <ul className="trend__labels">
      {sorted.map(({ key, colour, line, content }, at) => (
        <li key={key} style={{ "--label-y": `${Math.round(centres[at] ?? 0)}px` } as React.CSSProperties}>
          <span
            className={line ? `swatch swatch--${line}` : "swatch"}
            style={line ? { color: colour } : { background: colour }}
          />
          <span className="trend__label">{content}</span>
        </li>
      ))}
    </ul>
  );
}
