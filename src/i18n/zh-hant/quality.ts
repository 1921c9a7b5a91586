import type { QUALITY_EN } from "../en/quality.ts";

/** Words of the data quality strip, and of loading records, which it and others need. */
export const QUALITY_ZH = {
  "records.many": "此期間有 {count, plural, other {# 筆轉介}}，全部載入需要一些時間。",
  "records.readAll": "全部載入",
  "records.loading": "正在載入轉介：{received}／{total}",
  "records.progress": "已載入的轉介",
  "records.stop": "停止",
  "records.stopped": "已停止載入。",
  "records.resume": "繼續",

  "quality.title": "資料品質",
  "quality.unchecked": "檢查資料品質",
  "quality.atLeast": "至少 {count, plural, other {# 筆記錄}}有問題",
  "quality.issues": "{count, plural, =0 {沒有問題} other {# 筆記錄有問題}}",
  "quality.class": "選取範圍內的問題",
  "quality.records": "記錄",
  "quality.counting": "計算中",
  "quality.atLeastFigure": "至少 {count}",
  "quality.any": "任一問題",
  "quality.counted": "有問題的記錄仍計入每個數字；一筆記錄可能有多個問題。",
  "quality.fromGroups": "目前僅依彙總資料計算；其他問題需要逐筆記錄。",
  "quality.outside": "不屬於任何期間",
  "quality.undated": "{count, plural, other {所有資料中有 # 筆轉介}}沒有可讀取的建立日期。",
  "quality.noneUndated": "每筆轉介都有建立日期。",
  "quality.showUndated": "顯示轉介",
  "quality.implausible":
    "{count, plural, other {# 筆轉介}}的建立日期為 {days}，早於 2010 年或晚於資料時間，預設期間不會顯示。",
  "quality.complete": "「完整」代表什麼",
  "quality.no-created-date": "沒有建立日期",
  "quality.unreadable-date": "日期無法讀取",
  "quality.implausible-date": "日期不合理",
  "quality.backward-dates": "日期順序顛倒",
  "quality.status-against-dates": "狀態與日期矛盾",
  "quality.unrecognised-status": "無法辨識的狀態",
  "quality.unnamed-market": "市場沒有名稱",
  "quality.repeated-id": "識別碼重複",
} as const satisfies Record<keyof typeof QUALITY_EN, string>;
