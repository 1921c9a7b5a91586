import type { TRENDS_EN } from "../en/trends.ts";

export const TRENDS_ZH = {
  "trends.title.count": "轉介趨勢",
  "trends.title.acceptance": "接受率趨勢",
  "trends.title.win": "成交率趨勢",
  "trends.subtitle.day": "每日{basis}，{by}，{period}",
  "trends.subtitle.week": "每週（星期一起）{basis}，{by}，{period}",
  "trends.subtitle.month": "每月{basis}，{by}，{period}",
  "trends.subtitle.quarter": "每季{basis}，{by}，{period}",
  "trends.subtitle.year": "每年{basis}，{by}，{period}",

  "trends.controls": "圖表選項",
  "trends.measure": "指標",
  "trends.measure.count": "轉介",
  "trends.measure.acceptance": "接受率",
  "trends.measure.win": "成交率",
  "trends.split": "細分方式",
  "trends.by.text": "依「{name}」",
  "trends.form": "圖表類型",
  "trends.form.stacked": "堆疊圖",
  "trends.form.lines": "折線圖",
  "trends.form.share": "占比",
  "trends.means": "移動平均",
  "trends.mean.days": "{days, plural, other {# 天}}",
  "trends.total": "總計線",

  "trends.mean": "{days} 天平均",
  "trends.compared.previous-period": "前一期間",
  "trends.compared.last-year": "去年",
  "trends.compared.days": "比較對象",
  "trends.compared.change": "變化",
  "trends.interval": "95% 信賴區間",
  "trends.notBegun": "尚未開始",

  "trends.mean.grain":
    "移動平均需要每日資料；此圖表目前以{grain, select, week {週} month {月} quarter {季} other {年}}顯示。",
  "trends.mean.toDays": "改為以日顯示",
  "trends.mean.tooLong": "期間太長，無法以日顯示。",
  "trends.mean.rate": "移動平均僅適用於轉介數。",
  "trends.mean.share": "每個時段的占比合計為 100%，因此不顯示移動平均與比較。",
  "trends.outcomeRate": "比率無法依結果細分。",

  "trends.read.hint":
    "左右方向鍵：切換時段。上下方向鍵：選取數列。Enter：依該數列或該段日期篩選。按住 Shift 可選取一段日期：按 Enter 設為期間，按 Esc 取消。",
  "trends.read.all": "{figure} {count, plural, other {筆轉介}}。",
  "trends.read.rate": "整體為 {figure}。",
  "trends.read.series": "{name} {figure}",
  "trends.read.key": "{name}：{figure}。按 Enter 只顯示此數列。",
  "trends.read.other": "{name}：{figure}。按 Enter 列出包含的項目。",
  "trends.read.range": "{buckets, plural, other {# 個時段}}共 {figure}。按 Enter 將這段日期設為期間。",
  "trends.drag": "拖曳可選取期間；按一下數列可只顯示該數列。",
  "trends.noBase": "無",

  "trends.others": "{count, plural, other {其他：還有 # 項}}",
  "trends.others.title": "「其他」包含的項目",

  "trends.range.rate":
    "最低：{low}（{lowBucket}）。最高：{high}（{highBucket}）。不含樣本少的時段{young, select, no {} other {與最近 {days} 天}}。",
  "trends.last.rate":
    "最近完整的{grain, select, day {一天} week {一週} month {一個月} quarter {一季} other {一年}}（{bucket}）：{rate}（基數 {base}）。",
  "trends.versus.change": "{ownDays} 為 {own}，較 {beforeDays} 的 {before} {change}。",
  "trends.versus.absent": "{ownDays} 為 {own}，{beforeDays} 為 {before}。",
  "trends.versus.cut": "兩者都只計入已經過的天數。",
  "trends.versus.nothing": "期間才剛開始，還沒有可比較的資料。",
  "trends.versus.late": "資料始於 {month}，晚於比較期間的開始日期。",
  "trends.unfinished": "未滿（以淡色顯示）：{buckets}。",
  "trends.unfinished.many": "{count} 個未滿的時段以淡色顯示。",
  "trends.unfinished.one": "{bucket}（{covered}／{days} 天）",
  "trends.openStill":
    "進行中的轉介視為尚未{measure, select, acceptance {接受} other {成交}}，因此最近的時段仍可能上升。",

  "trends.ofAll": "占全部",
  "trends.base": "轉介",
  "trends.part.acceptance": "已接受",
  "trends.part.win": "已成交",
} as const satisfies Record<keyof typeof TRENDS_EN, string>;
