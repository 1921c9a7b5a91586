import type { TRENDS_EN } from "../en/trends.ts";

/** Words of the Trends view. */
export const TRENDS_ZH = {
  "trends.title.count": "推薦隨時間變化",
  "trends.title.acceptance": "接受率隨時間變化",
  "trends.title.win": "成交率隨時間變化",
  "trends.subtitle.day": "每日{basis}，{by}，{period}",
  "trends.subtitle.week": "每週（自星期一起）{basis}，{by}，{period}",
  "trends.subtitle.month": "每月{basis}，{by}，{period}",
  "trends.subtitle.quarter": "每季{basis}，{by}，{period}",
  "trends.subtitle.year": "每年{basis}，{by}，{period}",

  "trends.controls": "圖表顯示內容",
  "trends.measure": "指標",
  "trends.measure.count": "推薦",
  "trends.measure.acceptance": "接受率",
  "trends.measure.win": "成交率",
  "trends.form": "繪製方式",
  "trends.form.stacked": "堆疊",
  "trends.form.lines": "折線",
  "trends.form.share": "占比",
  "trends.means": "移動平均",
  "trends.mean.days": "{days, plural, other {# 天}}",
  "trends.total": "總計線",

  "trends.mean": "{days} 天平均",
  "trends.compared.previous-period": "前一期間",
  "trends.compared.last-year": "去年",
  "trends.compared.days": "比較對象",
  "trends.compared.change": "變化",
  "trends.interval": "95% 區間",
  "trends.notBegun": "尚未開始",

  "trends.mean.grain":
    "移動平均以日計算；圖表則依{grain, select, week {週} month {月} quarter {季} other {年}}計算。",
  "trends.mean.toDays": "改為逐日計算",
  "trends.mean.tooLong": "期間太長，無法逐日繪製。",
  "trends.mean.rate": "移動平均只適用於推薦數量，不適用於比率。",
  "trends.mean.share": "每個時段的占比合計為 100%：不繪製移動平均與比較。",
  "trends.outcomeRate": "比率說明推薦的結果，因此不依結果細分。",

  "trends.read.hint":
    "左右方向鍵：逐一時段。上下方向鍵：單一數列。Enter：只看該數列，或只看這些日子。Shift 加方向鍵：選取一段日子；按 Enter 設為期間，按 Esc 放棄。",
  "trends.read.all": "{figure} {count, plural, other {筆推薦}}。",
  "trends.read.rate": "整體 {figure}。",
  "trends.read.series": "{name} {figure}",
  "trends.read.key": "{name}：{figure}。按 Enter 單獨顯示。",
  "trends.read.other": "{name}：{figure}。按 Enter 列出其組成。",
  "trends.read.range": "{buckets, plural, other {# 個時段}}共 {figure}。按 Enter 將這些日子設為期間。",
  "trends.drag": "在圖表上拖曳可選取期間；按一下數列可單獨檢視。",
  "trends.noBase": "無",

  "trends.others": "{count, plural, other {其他：另外 # 個}}",
  "trends.others.title": "「其他」的組成",

  "trends.range.rate": "介於 {low}（{lowBucket}）與 {high}（{highBucket}）之間，限有 30 筆以上推薦者。",
  "trends.last.rate":
    "最近完結的一{grain, select, day {日} week {週} month {個月} quarter {季} other {年}}（{bucket}）為 {rate}（基數 {base}）。",
  "trends.last.rate.change":
    "最近完結的一{grain, select, day {日} week {週} month {個月} quarter {季} other {年}}（{bucket}）為 {rate}（基數 {base}）：與前一個相比 {points} 個百分點。",
  "trends.versus.percent": "{ownDays} 為 {own}，與 {beforeDays} 的 {before} 相比 {change}。",
  "trends.versus.points": "{ownDays} 為 {own}，與 {beforeDays} 的 {before} 相比 {points} 個百分點。",
  "trends.versus.absent": "{ownDays} 為 {own}，{beforeDays} 為 {before}。",
  "trends.versus.cut": "兩者都只計至已過去的日子。",
  "trends.versus.nothing": "目前無法比較：期間內還沒有任何一天過去。",
  "trends.versus.late": "資料始於 {month}，晚於比較對象。",
  "trends.unfinished": "未完結，以淡色遮罩標示：{buckets}。",
  "trends.unfinished.many": "{count} 個時段未完結，以淡色遮罩標示。",
  "trends.unfinished.one": "{bucket}（{days} 天中的 {covered} 天）",
  "trends.openStill":
    "仍在進行的推薦目前計為尚未{measure, select, acceptance {接受} other {成交}}，因此較晚的時段仍可能上升。",

  "trends.ofAll": "占全部",
  "trends.base": "推薦",
  "trends.part.acceptance": "已接受",
  "trends.part.win": "已成交",
} as const satisfies Record<keyof typeof TRENDS_EN, string>;
