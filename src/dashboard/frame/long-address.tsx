import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useSearch } from "wouter/use-browser-location";
import { useI18n } from "#i18n/i18n.tsx";
import { inSite } from "#lib/base-path.ts";
import { MAX_ADDRESS_CHARACTERS, MAX_LINK } from "#selection/parameter.ts";
import { readViews, withViews, writeViews } from "#selection/saved-views.ts";
import { ADDRESS_FULL } from "#selection/use-selection.ts";
import { viewAt } from "#selection/view-address.ts";

/** Warns that the address is too long for a link, or full, and offers to save the view instead. */
export function LongAddress(): ReactNode {
  const { t, formats } = useI18n();
  const search = useSearch();
  const [path] = useLocation();
  const isFull = useIsFull(search);
  const [saved, setSaved] = useState<string | null>(null);
  const link = location.origin + inSite(path) + search;
  if (link.length <= MAX_LINK && !isFull) return null;
  function save(): void {
    const name = `${t(`view.${viewAt(path) ?? "overview"}`)} ${formats.dateTime(Date.now())}`;
    const views = withViews(readViews(), [{ name, address: path + search, isDefault: false }]);
    setSaved(views && writeViews(views) ? name : "");
  }
  return (
    <div className="message" role="status">
      {isFull && <p>{t("notice.full", { most: formats.count(MAX_ADDRESS_CHARACTERS) })}</p>}
      <p>{t("notice.longLink", { count: formats.count(link.length), most: formats.count(MAX_LINK) })}</p>
      {saved === null ? (
        <button type="button" className="link" onClick={save}>
          {t("notice.saveView")}
        </button>
      ) : (
        <p>{saved === "" ? t("saved.notKept") : t("notice.savedView", { name: saved })}</p>
      )}
    </div>
  );
}

/** Whether the last choice did not fit into the address. */
function useIsFull(search: string): boolean {
  const [fullAt, setFullAt] = useState<string | null>(null);
  useEffect(() => {
    const note = () => setFullAt(search);
    addEventListener(ADDRESS_FULL, note);
    return () => removeEventListener(ADDRESS_FULL, note);
  }, [search]);
  return fullAt === search;
}
