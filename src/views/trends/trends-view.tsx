import type { ReactNode } from "react";

export function TrendsView(): ReactNode {
  return null;
}
