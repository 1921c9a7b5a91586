import "./tools.css";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { packDialog } from "#dashboard/panel/pack-registry.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { catalogueOf, LANGUAGES, type Language, languageName } from "#i18n/languages.ts";
import { copyText } from "#lib/copy-text.ts";
import { useObservable } from "#lib/observable.ts";
import { MAX_LINK } from "#selection/parameter.ts";
import { THEMES, type Theme } from "#selection/selection.ts";
import { createStoredChoice, useStoredChoice } from "#selection/stored-choice.ts";
import { useSelection } from "#selection/use-selection.ts";
import { Choice } from "#ui/choice.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { TOOLS_SLOT, useSlot } from "#ui/slot.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { useLanguage, useWantedLanguage } from "./use-language.ts";

const stored = createStoredChoice("theme", THEMES);

type ThemeState = {
  /** Null follows the system. */
  theme: Theme | null;
  choose: (theme: Theme | null) => void;
};

/** The theme: from the address, else stored in this browser, else the system's. Applies it to the document. */
function useTheme(): ThemeState {
  const { selection, change } = useSelection();
  const [kept, keep] = useStoredChoice(stored);
  const theme = selection.theme ?? kept;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
  }, [theme]);
  return {
    theme,
    choose: (chosen) => {
      keep(chosen);
      // The address would override the choice.
      if (selection.theme) change({ theme: null });
    },
  };
}

const List = lazy(async () => ({ default: (await import("./saved-view-list.tsx")).SavedViewList }));

/** Saved views; their code is loaded when opened. */
function SavedViews(): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("saved.title")}
      value={t("saved.title")}
      sign="☆"
      content={(close) => (
        <Suspense fallback={<div className="tools__content" />}>
          <List close={close} />
        </Suspense>
      )}
    />
  );
}

const PackDialog = lazy(async () => ({ default: (await import("./pack-dialog.tsx")).PackDialog }));

/** The dialog for a review pack, once opened. */
function PackHost(): ReactNode {
  const isOpen = useObservable(packDialog);
  return (
    isOpen && (
      <Suspense>
        <PackDialog onClose={() => packDialog.set(false)} />
      </Suspense>
    )
  );
}

function PackButton({ before }: { before?: () => void }): ReactNode {
  const { t } = useI18n();
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        before?.();
        packDialog.set(true);
      }}
    >
      {t("pack.open")}
    </button>
  );
}

const Editor = lazy(async () => ({
  default: (await import("#routine/annotations/note-editor.tsx")).NoteEditor,
}));

/** Notes on days; their code is loaded when opened. */
function Notes(): ReactNode {
  const { t } = useI18n();
  return (
    <span className="tools__signed">
      <PopoverButton
        label={t("notes.title")}
        value={t("notes.title")}
        sign="✎"
        content={() => (
          <Suspense fallback={<div className="tools__content" />}>
            <Editor />
          </Suspense>
        )}
      />
    </span>
  );
}

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
