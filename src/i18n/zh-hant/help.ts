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
    "收到多少推薦？我們回覆了多少？贏得了什麼？在哪裡流失？現在有哪些逾期？包含關鍵數字及其變化、含離開分支的狀態漏斗、時間走勢與市場。",
  "help.view.funnel":
    "推薦在哪裡離開？每個階段及其離開分支；依市場、規模或期間以同一尺度呈現；兩個選取範圍並列比較；以及每個建立世代的進展。",
  "help.view.trends":
    "如何發展？推薦數或比率的時間走勢，可堆疊、以線條或占比顯示，並與較早的期間比較。在圖表上拖曳，或使用 Shift 與方向鍵，即可將範圍設為期間。",
  "help.view.markets": "哪些市場帶來推薦、成效如何，又被導向哪個市場的合作夥伴？",
  "help.view.times":
    "我們回覆得多快、有多少及時、哪些推薦等候太久？最先列出已逾期以及將在 24 小時內逾期的推薦。",
  "help.view.referrals": "推薦本身：排序、篩選、搜尋、安排欄位，並開啟其中一筆，在一條線上查看其歷程。",
  "help.use": "使用方式",
  "help.use.numbers": "數字與名稱",
  "help.use.numbers.text":
    "數字會開啟其所計算的推薦，一筆不多、一筆不少。名稱或標記會將頁面限制為其推薦；再按一次即可復原。",
  "help.use.tables": "以表格顯示圖表",
  "help.use.tables.text": "每個面板都能以相同數字的表格閱讀。圖表取得焦點後，可用方向鍵閱讀。",
  "help.use.address": "網址",
  "help.use.address.text": "網址包含目前檢視的一切，因此連結或書籤會再次顯示相同內容。網址不含數字。",
  "help.use.export": "匯出",
  "help.use.export.text":
    "每個面板都能以 CSV、活頁簿、圖片或複製方式匯出：包含所有資料列、篩選條件與資料時間。",
  "help.definitions": "每個數字的意義",
  "help.keys": "鍵盤快速鍵",
  "help.limits": "限制與未知事項",
  "help.limits.utc": "以 UTC 計日",
  "help.limits.utc.text": "無論您身在何處，日、週與月都從 UTC 午夜開始。每週從星期一開始。",
  "help.limits.undated": "沒有日期",
  "help.limits.undated.text":
    "日期缺少或無法讀取的推薦不屬於任何期間。面板上方的文字會說明其數量，並可列出。",
  "help.limits.cut": "被截斷的回應",
  "help.limits.cut.text":
    "合作夥伴中心可能在未告知的情況下省略群組。頁面會比對總和與總數，以較小範圍再次詢問，仍有缺漏時以兩個數字標示「不完整」。",
  "help.limits.role": "您的角色可見範圍",
  "help.limits.role.text":
    "合作夥伴中心可能只讓帳戶看到部分推薦。頁面無法得知是哪一部分，只計算所取得的資料。",
  "help.limits.live": "文件與實際情況",
  "help.limits.live.text":
    "服務的文件對某些事項未予說明。頁面接受所有已知的形式；未能實際試驗之處，列於其發布處。",
} as const satisfies Record<keyof typeof HELP_EN, string>;
