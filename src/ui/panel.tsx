import { type ReactNode, useId } from "react";

export type PanelProps = {
  title: string;
  subtitle?: string | undefined;
  /** Actions at the right of the title. */
  action?: ReactNode;
  /** No box; the title is visually hidden. */
  bare?: boolean;
  children: ReactNode;
};

/** A region of a page, labelled by its title. */
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
