import type { ReactNode } from "react";

export function TimesView(): ReactNode {
  return null;
}
