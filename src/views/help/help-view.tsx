import { type ReactNode, use, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { useTitle } from "#i18n/use-title.ts";
import { useSelection } from "#selection/use-selection.ts";
import { VIEW_NAMES, viewAddress } from "#selection/view-address.ts";
import { Link } from "#ui/link.tsx";
import { Panel } from "#ui/panel.tsx";
import { type HelpSection, sectionsOf, sectionsWith } from "./help-model.ts";
import "./help.css";

/** Views, definitions, shortcuts and limits; searchable and printable. */
export function HelpView(): ReactNode {
  const { t, locale, loadDeals } = useI18n();
  use(loadDeals());
  useTitle(t("help.title"));
  const [search, setSearch] = useState("");
  const found = sectionsWith(sectionsOf(t), search, locale);
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className="help">
      <div className="help__head">
        <h2>{t("help.title")}</h2>
        <input
          className="input"
          type="search"
          aria-label={t("help.search")}
          placeholder={t("help.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <button type="button" className="button" onClick={() => print()}>
          {t("help.print")}
        </button>
        <p role="status" className="second">
          {search.trim() !== "" && t("help.found", { count })}
        </p>
      </div>
      {found.map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { section: HelpSection }): ReactNode {
  const wanted = location.hash.slice(1);
  return (
    <Panel title={section.title}>
      <dl className="help__entries">
        {section.entries.map(({ key, title, text }) => (
          <div
            key={key}
            id={key}
            className={key === wanted ? "help__wanted" : undefined}
            // The browser does not scroll to a fragment that is rendered later.
            ref={key === wanted ? (entry) => entry?.scrollIntoView({ block: "center" }) : null}
          >
            <dt>
              <EntryTitle entry={key} title={title} />
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** The title of an entry; views are links. */
function EntryTitle({ entry, title }: { entry: string; title: string }): ReactNode {
  const { selection } = useSelection();
  const view = VIEW_NAMES.find((name) => entry === `view-${name}`);
  return view ? <Link href={viewAddress(view, selection)}>{title}</Link> : title;
}
