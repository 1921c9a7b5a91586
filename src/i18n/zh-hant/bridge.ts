import type { BRIDGE_EN } from "../en/bridge.ts";

/** Words of the two small pages through which a sign-in comes back. */
export const BRIDGE_ZH = {
  title: "登入推薦分析",
  ask: "Microsoft 登入頁面會在新視窗中開啟。登入完成後，兩個視窗都會關閉。",
  continue: "繼續",
  wait: "請在已開啟的視窗中繼續。此視窗會自行關閉。",
  lost: "此頁面僅用於傳遞登入結果，目前沒有等待中的登入。",
  figures: "前往數據",
} as const satisfies Record<keyof typeof BRIDGE_EN, string>;
