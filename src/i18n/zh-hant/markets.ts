import type { MARKETS_EN } from "../en/markets.ts";

export const MARKETS_ZH = {
  "ranked.title": "客戶市場",
  "ranked.subtitle": "{period}「{basis}」的轉介，依客戶市場",
  "ranked.change": "變化",
  "ranked.changeOf": "{figure}變化",
  "ranked.before": "先前的{figure}（{judged, select, today {目前狀態} other {相同天數}}）",
  "ranked.close": "結案成交率",
  "ranked.days": "接受所需天數",
  "ranked.daysNote": "接受所需天數：中位數，以整日計。",
  "ranked.overdue": "逾期",
  "ranked.days.value": "{days, plural, other {# 天}}",
  "ranked.days.failed": "無法載入接受所需天數。",
  "ranked.trends.failed": "無法載入趨勢。",
  "ranked.best":
    "{market} 的轉介最多：{all} 筆中的 {count} 筆。接受率最高：{best}（{bestRate}）；最低：{worst}（{worstRate}）。不含樣本少的市場。",
  "ranked.first": "{market} 的轉介最多：{all} 筆中的 {count} 筆。",

  "routing.title": "分派",
  "routing.subtitle": "從客戶市場（列）到合作夥伴市場（欄）；同一市場的轉介另外列出",
  "routing.cell": "儲存格顯示",
  "routing.cell.count": "轉介",
  "routing.cell.acceptance": "接受率",
  "routing.cell.win": "成交率",
  "routing.from": "客戶市場",
  "routing.domestic": "同一市場",
  "routing.all": "全部",
  "routing.other": "其他（{count}）",
  "routing.sentence":
    "{all} 筆轉介中有 {domestic} 筆（{share}）留在原市場；{crossed} 筆分派給其他市場或無市場的合作夥伴。",
} as const satisfies Record<keyof typeof MARKETS_EN, string>;
