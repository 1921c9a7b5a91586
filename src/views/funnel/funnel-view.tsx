import type { ReactNode } from "react";
import "./funnel.css";
import { FlowPanel } from "./flow-panel.tsx";

/** Where referrals go on and where they leave: as a whole, by part, against another selection, and over time. */
export function FunnelView(): ReactNode {
  return <FlowPanel />;
}
