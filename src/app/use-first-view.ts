import { useState } from "react";
import { useLocation } from "wouter";
import { readViews } from "#selection/saved-views.ts";

/**
 * Opens the reader's default view when the page is opened at its plain address. An address that says more was chosen
 * on purpose, and so is every later one.
 */
export function useFirstView(): void {
  const [path, navigate] = useLocation();
  const [isFirst, setIsFirst] = useState(true);
  if (!isFirst) return;
  setIsFirst(false);
  const view = path === "/" && location.search === "" ? readViews().find(({ isDefault }) => isDefault) : null;
  if (view) queueMicrotask(() => navigate(view.address, { replace: true }));
}
