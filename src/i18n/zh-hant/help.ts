import type { HELP_EN } from "../en/help.ts";

export const HELP_ZH = {
  "help.title": "說明",
  "help.search": "搜尋說明",
  "help.found": "{count, plural, =0 {找不到結果} other {# 個結果}}",
  "help.print": "列印",
  "help.link": "在說明中進一步了解",
  "help.views": "檢視",
  "help.view.overview":
    "收到多少轉介、回應與成交多少、在哪裡流失、哪些已逾期。顯示關鍵指標及其變化、狀態漏斗與流失、趨勢以及市場。",
  "help.view.funnel":
    "轉介在哪裡流失。顯示各階段的流失、依市場、規模或期間以相同比例呈現的漏斗、並列比較，以及各同期群的進展。",
  "help.view.trends":
    "轉介數或比率隨時間的變化，可用堆疊圖、折線圖或占比呈現，並與較早的期間比較。要變更期間，請在圖表上拖曳，或按住 Shift 並按方向鍵。",
  "help.view.markets": "轉介來自哪些市場、成效如何，以及分派到哪些合作夥伴市場。",
  "help.view.times":
    "回應轉介的速度、準時回應的數量，以及哪些等待過久。已逾期與 24 小時內到期的轉介會優先列出。",
  "help.view.referrals": "逐筆轉介。可排序、篩選、搜尋並調整欄位；開啟任一筆可檢視其時間軸。",
  "help.use": "使用方式",
  "help.use.numbers": "數字與名稱",
  "help.use.numbers.text": "按一下數字可開啟其計入的轉介。按一下名稱或標記可依其篩選，再按一次即可取消。",
  "help.use.tables": "圖表與表格",
  "help.use.tables.text": "每個面板都可以表格顯示相同的數字。圖表取得焦點後，可用方向鍵逐點檢視。",
  "help.use.address": "連結",
  "help.use.address.text": "網址包含檢視、期間與篩選條件，因此連結或書籤會開啟相同的頁面。網址不含資料。",
  "help.use.export": "匯出",
  "help.use.export.text":
    "每個面板都可匯出為 CSV、Excel 活頁簿或圖片，也可複製。匯出內容包含所有資料列、篩選條件與資料時間。",
  "help.definitions": "定義",
  "help.keys": "鍵盤快速鍵",
  "help.limits": "限制",
  "help.limits.utc": "以 UTC 計日",
  "help.limits.utc.text": "無論您身在何處，日、週與月都從 UTC 午夜開始。每週從星期一開始。",
  "help.limits.undated": "沒有日期",
  "help.limits.undated.text":
    "日期缺少或無法讀取的轉介不屬於任何期間。面板上方會顯示筆數，並可開啟這些轉介。",
  "help.limits.cut": "遭截斷的結果",
  "help.limits.cut.text":
    "Partner Center 可能在未通知的情況下省略部分群組。儀表板會比對加總與總數，必要時分段查詢；若仍有缺少，則顯示「不完整」與兩個數字。",
  "help.limits.many": "大量資料",
  "help.limits.many.text":
    "清單、精確到分鐘的時間與大部分資料品質檢查需要逐筆轉介。每個期間最多自動載入 {most, number} 筆，超過時須手動載入。",
  "help.limits.role": "您的角色",
  "help.limits.role.text":
    "Partner Center 可能只對您的帳戶顯示部分轉介。儀表板只計算收到的資料，無法得知缺少哪些。",
  "help.limits.live": "依據公開文件",
  "help.limits.live.text":
    "此儀表板依據 Partner Center 的公開文件製作，未曾在實際服務上測試。文件不明確之處，會接受所有已知格式，並比對加總與總數。",
} as const satisfies Record<keyof typeof HELP_EN, string>;
