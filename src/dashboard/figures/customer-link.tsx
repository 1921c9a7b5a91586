import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import { printTexts } from "#selection/parameters.ts";
import { recordsAddress } from "#selection/records-address.ts";
import { Link } from "#ui/link.tsx";
import { useView } from "../context/view-context.tsx";
import "./customer-link.css";

/** The name of a customer, which opens the life of the referral; without an id nothing can be opened. */
export function CustomerLink({ id, name, drill }: { id: string; name: string; drill: Drill }): ReactNode {
  const { t } = useI18n();
  const { selection } = useView();
  const text = <bdi className="customer-name">{name || t("times.overdue.noName")}</bdi>;
  if (id === "") return text;
  const address = `${recordsAddress(selection, drill)}&row=${encodeURIComponent(printTexts([id]))}`;
  return (
    <Link href={address} className="figure-link" title={name}>
      {text}
    </Link>
  );
}
