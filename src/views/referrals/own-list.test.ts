import { expect, it } from "vitest";
import { recognise } from "#files/formats/recognise.ts";
import { createI18n } from "#i18n/i18n.tsx";
import { REFERRAL_COLUMNS } from "#selection/keys/referrals.ts";

const CODED = ["outcome", "market", "partner", "size", "created", "acknowledged", "accepted", "closed"];
const HOURS = ["answer", "age"];

it.each(["en", "de", "zh-Hant"])(
  "every column of a list exported in %s is known when it is opened",
  async (language) => {
    const { t, loadShell, loadViews, loadDeals } = createI18n([language]);
    await Promise.all([loadShell(), loadViews(), loadDeals()]);
    const header = REFERRAL_COLUMNS.flatMap((id) => {
      const column = t(`list.column.${id}`);
      const name = HOURS.includes(id) ? t("export.column.hours", { column }) : column;
      return CODED.includes(id) ? [name, t("export.column.code", { column })] : [name];
    });
    expect(recognise(header)).toMatchObject({ format: { id: "own-list" }, unknown: [] });
  },
);
