import type { ReactNode } from "react";

export function FunnelView(): ReactNode {
  return null;
}
