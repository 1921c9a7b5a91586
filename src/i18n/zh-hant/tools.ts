import type { TOOLS_EN } from "../en/tools.ts";

/** Words of the controls and tools around the views. */
export const TOOLS_ZH = {
  "display.title": "顯示",

  "theme.label": "佈景主題",
  "theme.system": "系統佈景主題",
  "theme.light": "淺色",
  "theme.dark": "深色",

  "language.label": "語言",
  "language.browser": "瀏覽器語言",

  "share.title": "分享",
  "share.link": "此檢視的連結",
  "share.copy": "複製連結",
  "share.copied": "已複製。",
  "share.refused": "瀏覽器不允許此頁面複製。請選取上方的連結並複製。",
  "share.teams": "分享至 Teams",
  "share.mail": "以電子郵件傳送",
  "share.note": "連結包含期間、篩選與檢視，不含數字：開啟者也需要存取權。",

  "saved.title": "已儲存的檢視",
  "saved.none": "尚未儲存任何檢視。",
  "saved.name": "此檢視的名稱",
  "saved.save": "儲存",
  "saved.default": "以 {name} 開始",
  "saved.remove": "移除 {name}",
  "saved.export": "匯出為檔案",
  "saved.import": "匯入檔案",
  "saved.imported":
    "{count, plural, other {已匯入 # 個檢視}}{replaced, plural, =0 {} other {，其中 # 個取代了同名檢視}}。",
  "saved.unreadable": "「{file}」不含已儲存的檢視。請選擇以「匯出為檔案」產生的檔案。",
  "saved.notJson": "「{file}」不是 JSON。請選擇以「匯出為檔案」產生的檔案。",
  "saved.version": "「{file}」的版本為 {version}，此頁面無法辨識。未匯入任何內容。",
  "saved.badView": "「{file}」中的第 {place} 個檢視沒有名稱，或會離開此頁面。未匯入任何內容。",
  "saved.full": "最多可儲存 {most} 個檢視。請先移除一些。",
  "saved.notKept": "此瀏覽器不會為此頁面保存內容：檢視只保留到頁面關閉為止。",

  "keys.title": "鍵盤快速鍵",
  "keys.tables": "所有面板切換為表格，再按一次還原",
  "keys.help": "此清單",
  "keys.undoKeys": "Ctrl+Z",
  "keys.redoKeys": "Shift+Ctrl+Z",
  "keys.single": "啟用單鍵快速鍵",
  "keys.close": "關閉",
} as const satisfies Record<keyof typeof TOOLS_EN, string>;
