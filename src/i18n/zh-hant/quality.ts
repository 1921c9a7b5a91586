import type { QUALITY_EN } from "../en/quality.ts";

/** Words of the data quality strip, and of reading records, which it and others need. */
export const QUALITY_ZH = {
  "records.many":
    "此期間有 {count, plural, other {# 筆轉介}}：必須讀取轉介本身才能得知的內容，需要一些時間。",
  "records.readAll": "全部讀取",
  "records.reading": "正在讀取轉介：{received}／{total}",
  "records.progress": "已讀取的轉介",
  "records.stop": "停止",
  "records.stopped": "已停止讀取。",
  "records.resume": "繼續",

  "quality.title": "資料品質",
  "quality.unchecked": "檢查資料品質",
  "quality.atLeast": "至少 {count, plural, other {# 筆記錄}}有問題",
  "quality.issues": "{count, plural, =0 {沒有問題} other {# 筆記錄有問題}}",
  "quality.class": "選取範圍內記錄的異常之處",
  "quality.records": "記錄",
  "quality.counting": "計算中",
  "quality.atLeastFigure": "至少 {count}",
  "quality.any": "以上任一項",
  "quality.counted": "仍計入每個數字；一筆記錄可能出現在多列。",
  "quality.fromGroups": "目前只依分組計算：其他各列須讀取記錄本身。",
  "quality.outside": "不屬於任何期間",
  "quality.undated": "{count, plural, other {所有資料中有 # 筆轉介}}沒有可讀取的建立日期。",
  "quality.noneUndated": "資料中的每筆轉介都有建立日期。",
  "quality.showUndated": "顯示這些轉介",
  "quality.complete": "「完整」的意義",
  "quality.no-created-date": "沒有建立日期",
  "quality.unreadable-date": "有無法讀取的日期",
  "quality.backward-dates": "日期順序顛倒",
  "quality.status-against-dates": "狀態與日期互相矛盾",
  "quality.unrecognised-status": "狀態不明",
  "quality.unnamed-market": "市場無名稱",
  "quality.repeated-id": "識別碼重複出現",
} as const satisfies Record<keyof typeof QUALITY_EN, string>;
