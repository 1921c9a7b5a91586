import type { HELP_EN } from "../en/help.ts";

/** Words of the help. */
export const HELP_ZH = {
  "help.title": "說明",
  "help.search": "搜尋說明",
  "help.found": "{count, plural, =0 {找不到結果} other {# 個項目}}",
  "help.print": "列印",
  "help.link": "在說明中查看全部",
  "help.views": "每個檢視回答什麼問題",
  "help.view.overview":
    "收到多少轉介？我們回應了多少？成交了多少？在哪裡流失？現在有哪些逾期？包含關鍵數字及其變化、標示流出的狀態漏斗、時間走勢與市場。",
  "help.view.funnel":
    "轉介在哪裡流失？每個階段及其流出分支；依市場、規模或期間，以同一比例呈現；兩個選取範圍並列比較；以及各建立同期群目前的進展。",
  "help.view.trends":
    "走勢如何？轉介數或比率隨時間的變化，可用堆疊、折線或占比顯示，並與較早的期間比較。在圖表上拖曳，或使用 Shift 與方向鍵，即可將一段日子設為期間。",
  "help.view.markets": "哪些市場帶來轉介、成效如何，又分派給哪個市場的合作夥伴？",
  "help.view.times":
    "我們回應得多快、有多少如期回應、哪些轉介等候太久？最先列出已逾期以及 24 小時內將逾期的轉介。",
  "help.view.referrals":
    "轉介本身：可排序、篩選、搜尋並調整欄位；開啟其中一筆，即可在一條時間線上查看其歷程。",
  "help.use": "使用方式",
  "help.use.numbers": "數字與名稱",
  "help.use.numbers.text":
    "按一下數字，即可開啟它所計入的轉介，不多也不少。按一下名稱或標記，頁面便只顯示相關轉介；再按一次即可取消。",
  "help.use.tables": "圖表與表格",
  "help.use.tables.text": "每個面板都可改以表格顯示，數字完全相同。圖表取得焦點後，可用方向鍵逐點讀取。",
  "help.use.address": "網址",
  "help.use.address.text": "網址包含目前檢視的一切，因此連結或書籤會再次顯示相同內容。網址不含數字。",
  "help.use.export": "匯出",
  "help.use.export.text":
    "每個面板都能匯出為 CSV、活頁簿或圖片，也可以複製：包含所有資料列、篩選條件與資料時間。",
  "help.definitions": "每個數字的意義",
  "help.keys": "鍵盤快速鍵",
  "help.limits": "限制與未知事項",
  "help.limits.utc": "以 UTC 計日",
  "help.limits.utc.text": "無論您身在何處，日、週與月都從 UTC 午夜開始。每週從星期一開始。",
  "help.limits.undated": "沒有日期",
  "help.limits.undated.text":
    "缺少日期或日期無法讀取的轉介不屬於任何期間。面板上方的文字會註明筆數，並可列出這些轉介。",
  "help.limits.cut": "被截斷的回應",
  "help.limits.cut.text":
    "Partner Center 可能在未告知的情況下省略部分組別。頁面會將各組總和與總數比對，改以較窄的範圍再次查詢；若仍有缺少，則標示「不完整」並列出兩個數目。",
  "help.limits.many": "轉介數量極多時",
  "help.limits.many.text":
    "清單、精確到分鐘的時間，以及大部分的資料品質檢查，都需要讀取轉介本身。單一期間在 {most, number} 筆以內會立即讀取，超過時則依您的要求讀取。",
  "help.limits.role": "您的角色可見範圍",
  "help.limits.role.text":
    "Partner Center 可能只讓帳戶看到部分轉介。頁面無法得知是哪一部分，只計算所取得的資料。",
  "help.limits.live": "文件與實際情況",
  "help.limits.live.text":
    "此儀表板依 Partner Center 的公開文件製作，文件對某些事項未予說明；發布前未曾在實際服務上試用。文件未說明之處，頁面接受所有已知的形式，並將總和與總數比對。",
} as const satisfies Record<keyof typeof HELP_EN, string>;
