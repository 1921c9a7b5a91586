import type { READING_EN } from "../en/reading.ts";

export const READING_ZH = {
  "reading.first":
    "正在讀取 Referrals API：已讀取 {read, plural, other {# 筆轉介}}，最近變更的優先。{shown, plural, =0 {} other {數字只涵蓋 # 筆，尚不完整。}}",
  "reading.progress": "正在讀取 Referrals API",
  "reading.partial": "無法讀取所有轉介。數字只涵蓋 {count, plural, other {# 筆轉介}}，並不完整。{reason}",
  "reading.stale": "無法讀取 {time} UTC 之後的變更。{reason}",
  "reading.again": "重新讀取",
  "reading.readAt": "讀取時間：{time} UTC",
  "reading.read": "Referrals API：您可以查看 {count, plural, other {# 筆轉介}}。",
  "reading.partlyRead": "不完整：目前已讀取 {count, plural, other {# 筆轉介}}",
  "reading.problem.throttled": "Partner Center 正在限制要求次數。",
  "reading.problem.other": "Referrals API 沒有回應。",
} satisfies Record<keyof typeof READING_EN, string>;
