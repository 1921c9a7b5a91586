import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import { Notes } from "./notes.tsx";
import { PackButton, PackHost } from "./pack-host.tsx";
import { SavedViews } from "./saved-views.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { useLanguage, useWantedLanguage } from "./use-language.ts";
import "./tools.css";
import { useI18n } from "#i18n/i18n.tsx";
import { catalogueOf, LANGUAGES, type Language, languageName } from "#i18n/languages.ts";
import { copyText } from "#lib/copy-text.ts";
import { MAX_LINK } from "#selection/parameter.ts";
import { THEMES, type Theme } from "#selection/selection.ts";
import { useTheme } from "#selection/use-theme.ts";
import { Choice } from "#ui/choice.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { TOOLS_SLOT, useSlot } from "#ui/slot.ts";

/** Tools for the whole page, in its header. */
export function HeaderTools({ isAnonymised = false }: { isAnonymised?: boolean }): ReactNode {
  useWantedLanguage();
  const slot = useSlot(TOOLS_SLOT);
  if (!slot) return null;
  return createPortal(
    <>
      {!isAnonymised && <SavedViews />}
      {!isAnonymised && <Notes />}
      {isAnonymised ? <PackButton /> : <Share />}
      <DisplaySettings />
      {!isAnonymised && <Shortcuts />}
      <PackHost />
    </>,
    slot,
  );
}

/** Language and theme. */
function DisplaySettings(): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("display.title")}
      value={t("display.title")}
      sign="◐"
      content={() => (
        <div className="tools__content">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      )}
    />
  );
}

/** The languages by their own names, or the browser's. */
function LanguageChoice(): ReactNode {
  const { t } = useI18n();
  const { asked, kept, choose } = useLanguage();
  const wanted = asked ? catalogueOf(asked) : kept;
  return (
    <Choice<Language | "browser">
      label={t("language.label")}
      value={LANGUAGES.find((language) => language === wanted) ?? "browser"}
      options={[
        { key: "browser", name: t("language.browser") },
        ...LANGUAGES.map((key) => ({ key, name: languageName(key), lang: key })),
      ]}
      onChange={(chosen) => choose(chosen === "browser" ? null : chosen)}
    />
  );
}

const OPTIONS = ["system", ...THEMES] as const;

/** Light, dark, or the system's. */
function ThemeChoice(): ReactNode {
  const { t } = useI18n();
  const { theme, choose } = useTheme();
  return (
    <Choice<Theme | "system">
      label={t("theme.label")}
      value={theme ?? "system"}
      options={OPTIONS.map((key) => ({ key, name: t(`theme.${key}`) }))}
      onChange={(chosen) => choose(chosen === "system" ? null : chosen)}
    />
  );
}

/** Copies the address: it contains the whole selection, but no figures. */
function Share(): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("share.title")}
      value={t("share.title")}
      sign="↗"
      content={(close) => <Ways close={close} />}
    />
  );
}

function Ways({ close }: { close: () => void }): ReactNode {
  const { t, formats } = useI18n();
  const [copied, setCopied] = useState<"not-yet" | "copied" | "refused">("not-yet");
  const link = location.href;
  const subject = document.title;
  const teams = `https://teams.microsoft.com/share?${new URLSearchParams({ href: link, msgText: subject })}`;
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(link)}`;
  const copy = async () => setCopied((await copyText(link)) ? "copied" : "refused");
  return (
    <div className="tools__content">
      <label className="field">
        {t("share.link")}
        <input className="input" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" className="button" onClick={copy}>
        {t("share.copy")}
      </button>
      <p role="status" className="panel__note">
        {copied === "copied" && t("share.copied")}
        {copied === "refused" && t("share.refused")}
      </p>
      <a className="button" href={teams} target="_blank" rel="noreferrer">
        {t("share.teams")}
      </a>
      <a className="button" href={mail}>
        {t("share.mail")}
      </a>
      {link.length > MAX_LINK && (
        <p className="panel__note">
          {t("notice.longLink", { count: formats.count(link.length), most: formats.count(MAX_LINK) })}
        </p>
      )}
      <p className="panel__note">{t("share.note")}</p>
      <PackButton before={close} />
    </div>
  );
}
