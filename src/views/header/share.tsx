import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { copyText } from "#lib/copy-text.ts";
import { PopoverButton } from "#ui/popover-button.tsx";

/** The address of what is looked at, for somebody else: it holds the whole view, and no figure. */
export function Share(): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton label={t("share.title")} value={t("share.title")} sign="↗" content={() => <Ways />} />
  );
}

function Ways(): ReactNode {
  const { t } = useI18n();
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
      <p className="panel__note">{t("share.note")}</p>
    </div>
  );
}
