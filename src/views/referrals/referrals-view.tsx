import type { ReactNode } from "react";

export function ReferralsView(): ReactNode {
  return null;
}
