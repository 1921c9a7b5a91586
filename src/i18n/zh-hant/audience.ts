import type { AUDIENCE_EN } from "../en/audience.ts";

/** Words of the views for an audience. */
export const AUDIENCE_ZH = {
  "audience.badge": "供觀眾觀看",
  "audience.note": "不顯示名稱、單筆轉介或 1 到 4 的數目。期間與篩選條件維持原先給定的設定。",
  "audience.few": "轉介少於五筆：不向觀眾顯示任何內容。",
  "audience.many": "轉介多於 {most} 筆：不為觀眾細分。",
  "audience.withheld": "不顯示：此數目或可由此推算的數目低於五。",
  "audience.other": "其他（含小項目）",
  "audience.others": "{count, plural, other {其他 # 項（含小項目）}}",
  "audience.joined": "{first} 至 {last}",
  "audience.reached": "到達此階段或更後面",
  "audience.parts.market": "客戶市場",
  "audience.parts.partner": "合作夥伴市場",
  "audience.parts.size": "組織規模",
  "audience.customers": "客戶",
  "audience.customers.subtitle": "以代碼代替名稱；轉介少於五筆的客戶不個別列出",
  "audience.unnamed": "沒有名稱",
  "audience.days": "天數",
  "audience.days.same": "當天",
  "audience.days.one": "{count, plural, other {# 天}}",
  "audience.days.range": "{low} 至 {high} 天",
  "audience.days.from": "{low} 天以上",
  "audience.times.subtitle": "兩個日期都有的轉介，以整天計",
  "audience.half": "{count, plural, =0 {半數在當天。} other {半數在 # 天內。}}",
  "audience.nine": "{count, plural, =0 {十分之九在當天。} other {十分之九在 # 天內。}}",
} as const satisfies Record<keyof typeof AUDIENCE_EN, string>;
