import type { TOOLS_EN } from "../en/tools.ts";

export const TOOLS_ZH = {
  "display.title": "顯示",

  "theme.label": "佈景主題",
  "theme.system": "系統",
  "theme.light": "淺色",
  "theme.dark": "深色",

  "language.label": "語言",
  "language.browser": "瀏覽器語言",

  "pack.open": "會議資料檔",
  "share.title": "分享",
  "share.link": "此檢視的連結",
  "share.copy": "複製連結",
  "share.copied": "已複製。",
  "share.refused": "瀏覽器封鎖了複製功能。請選取上方的連結後自行複製。",
  "share.teams": "分享至 Teams",
  "share.mail": "以電子郵件傳送",
  "share.note": "連結包含檢視、期間與篩選條件，但不含資料。收件者需要自己的存取權。",

  "saved.title": "已儲存的檢視",
  "unreadable.views":
    "無法讀取此裝置上儲存的檢視，因此不會顯示任何檢視。在您捨棄、儲存或匯入檢視之前，會維持原狀。",
  "unreadable.save": "另存為檔案",
  "unreadable.discard": "捨棄",
  "saved.none": "尚無已儲存的檢視。",
  "saved.name": "檢視名稱",
  "saved.save": "儲存",
  "saved.default": "預設開啟 {name}",
  "saved.remove": "移除 {name}",
  "saved.export": "匯出為檔案",
  "saved.import": "匯入檔案",
  "saved.imported":
    "{count, plural, other {已匯入 # 個檢視}}{replaced, plural, =0 {} other {，其中取代 # 個}}。",
  "saved.unreadable": "「{file}」不含已儲存的檢視。請選擇以「匯出為檔案」建立的檔案。",
  "saved.notJson": "「{file}」不是有效的 JSON。請選擇以「匯出為檔案」建立的檔案。",
  "saved.version": "「{file}」使用版本 {version}，目前不支援。未匯入任何內容。",
  "saved.badView": "「{file}」中的第 {place} 個檢視沒有名稱，或連到其他網站。未匯入任何內容。",
  "saved.full": "最多可儲存 {most} 個檢視，請先移除一些。",
  "saved.notKept": "瀏覽器不允許此頁面儲存資料。關閉頁面後，已儲存的檢視將會遺失。",

  "notes.title": "日期備註",
  "notes.column": "備註",
  "notes.more": "{count, plural, other {還有 # 則備註}}",

  "targets.value.atLeast": "至少 {percent}",
  "targets.value.under": "低於 {percent}",
  "targets.column": "目標",
  "targets.distanceTo": "與目標的差距（{target}）",
  "targets.distanceOf": "{figure}與目標差距",
  "targets.line": "目標{target}",
  "targets.note": "目標{target}：{distance} 個百分點。",
  "targets.note.safe": "確定達成。",
  "targets.note.met": "已達成，但進行中的轉介可能改變結果。",
  "targets.note.reachable": "{bound, select, under {多} other {尚缺}} {missing} 筆，仍可達成。",
  "targets.note.missed": "{bound, select, under {多} other {尚缺}} {missing} 筆，已無法達成。",
  "targets.trend":
    "在 {finished, plural, other {#}} 個已結束的區間中，有 {met} 個達到目標（{target}）{young, plural, =0 {。} other {；另有 # 個較新的區間仍可能變動。}}",

  "keys.title": "鍵盤快速鍵",
  "keys.tables": "切換所有面板的表格與圖表",
  "keys.help": "鍵盤快速鍵",
  "keys.undoKeys": "Ctrl+Z",
  "keys.redoKeys": "Shift+Ctrl+Z",
  "keys.findKeys": "Ctrl 鍵+F",
  "keys.find": "搜尋清單",
  "keys.single": "啟用單鍵快速鍵",
  "keys.close": "關閉",
} as const satisfies Record<keyof typeof TOOLS_EN, string>;
