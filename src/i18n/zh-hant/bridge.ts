import type { BRIDGE_EN } from "../en/bridge.ts";

export const BRIDGE_ZH = {
  title: "登入轉介分析",
  ask: "登入頁面會在另一個視窗中開啟。登入完成後，兩個視窗都會關閉。",
  continue: "繼續",
  wait: "請在登入視窗中繼續。此視窗會自動關閉。",
  lost: "目前沒有進行中的登入。您可以關閉此頁面。",
  figures: "前往儀表板",
} as const satisfies Record<keyof typeof BRIDGE_EN, string>;
