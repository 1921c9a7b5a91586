import type { PACK_EN } from "../en/pack.ts";

export const PACK_ZH: Record<keyof typeof PACK_EN, string> = {
  "pack.title": "會議資料檔",
  "pack.about":
    "供會議使用的單一檔案：無需網路即可開啟，可列印於 A4 或 Letter 紙張，並會指出事後是否遭到更改。",
  "pack.noPanels": "此檢視沒有可納入的面板。",
  "pack.comment": "註解",
  "pack.commentOn": "「{title}」的註解",
  "pack.save": "儲存檔案",
  "pack.close": "關閉",
  "pack.loading": "數據仍在載入中…",
  "pack.running": "正在寫入…",
  "pack.failed": "無法寫入檔案。請減少選取的面板。頁面須透過 https 或在本機開啟。",
  "pack.saved": "已儲存為 {name}。",
  "pack.heading": "轉介：{view}",
  "pack.made": "建立於 {time} UTC",
  "pack.live": "開啟即時檢視",
  "pack.picture": "圖表：{title}",
  "pack.csv": "「{title}」的數據（CSV）",
  "pack.cut": "「{title}」只顯示 {total} 列中的前 {shown} 列，使檔案不超過 1 MB。",
  "pack.noPicture": "「{title}」在此沒有圖表，使檔案不超過 1 MB。",
  "pack.unchecked": "尚未檢查此檔案是否遭到更改：瀏覽器須能執行其指令碼。",
  "pack.same": "此檔案與儲存時相同：其內容符合下方的總和檢查碼。",
  "pack.edited": "此檔案在儲存後遭到更改：其內容不符合下方的總和檢查碼。請勿依賴其中的數據。",
  "pack.sum": "內容的 SHA-256：",
};
