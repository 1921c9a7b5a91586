import type { AUDIENCE_EN } from "../en/audience.ts";

/** Words of the views for an audience. */
export const AUDIENCE_ZH = {
  "audience.badge": "去識別化",
  "audience.note": "不顯示名稱、單筆轉介或 1 到 4 的數目。期間與篩選條件為固定設定。",
  "audience.few": "轉介少於五筆，因此不顯示任何內容。",
  "audience.many": "轉介超過 {most} 筆，因此不顯示細項。",
  "audience.withheld": "已隱藏：此數目或可由其推算的數目小於五。",
  "audience.other": "其他（含小群組）",
  "audience.others": "{count, plural, other {其他 # 項（含小群組）}}",
  "audience.joined": "{first} 至 {last}",
  "audience.reached": "到達此階段或之後的階段",
  "audience.parts.market": "客戶市場",
  "audience.parts.partner": "合作夥伴市場",
  "audience.parts.size": "組織規模",
  "audience.customers": "客戶",
  "audience.customers.subtitle": "以代碼取代名稱；轉介少於五筆的客戶合併顯示",
  "audience.unnamed": "沒有名稱",
  "audience.days": "天數",
  "audience.days.same": "當天",
  "audience.days.one": "{count, plural, other {# 天}}",
  "audience.days.range": "{low} 至 {high} 天",
  "audience.days.from": "{low} 天以上",
  "audience.times.subtitle": "兩個日期皆有的轉介，以整日計",
  "audience.half": "{count, plural, =0 {半數在當天。} other {半數在 # 天內。}}",
  "audience.nine": "{count, plural, =0 {90% 在當天。} other {90% 在 # 天內。}}",
} as const satisfies Record<keyof typeof AUDIENCE_EN, string>;
