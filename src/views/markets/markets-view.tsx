import type { ReactNode } from "react";

export function MarketsView(): ReactNode {
  return null;
}
