import { type ReactNode, useId } from "react";

export type PanelProps = {
  title: string;
  subtitle?: string | undefined;
  /** What can be done with the panel, at the right of its title. */
  action?: ReactNode;
  /** Without a box, and the title for screen readers only. */
  bare?: boolean;
  children: ReactNode;
};

/** A part of a page, a region with the name of its title. */
export function Panel({ title, subtitle, action, bare = false, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section className={bare ? "panel panel--bare" : "panel"} aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id} className={bare ? "visually-hidden" : "panel__title"}>
          {title}
        </h2>
        {action && <div className="panel__actions">{action}</div>}
        {subtitle && <p className="panel__subtitle">{subtitle}</p>}
      </div>
      {children}
    </section>
  );
}
