import type { ANONYMISED_EN } from "#i18n/en/anonymised.ts";

/** Texts of the anonymised views. */
export const ANONYMISED_ZH = {
  "anonymised.badge": "去識別化",
  "anonymised.note": "不顯示名稱、單筆轉介或 1 到 4 的數目。期間與篩選條件為固定設定。",
  "anonymised.few": "轉介少於五筆，因此不顯示任何內容。",
  "anonymised.many": "轉介超過 {most} 筆，因此不顯示細項。",
  "anonymised.withheld": "已隱藏：此數目或可由其推算的數目小於五。",
  "anonymised.other": "其他（含小群組）",
  "anonymised.others": "{count, plural, other {其他 # 項（含小群組）}}",
  "anonymised.joined": "{first} 至 {last}",
  "anonymised.reached": "到達此階段或之後的階段",
  "anonymised.parts.market": "客戶市場",
  "anonymised.parts.partner": "合作夥伴市場",
  "anonymised.parts.size": "組織規模",
  "anonymised.customers": "客戶",
  "anonymised.customers.subtitle": "以代碼取代名稱；轉介少於五筆的客戶合併顯示",
  "anonymised.unnamed": "沒有名稱",
  "anonymised.days": "天數",
  "anonymised.days.same": "當天",
  "anonymised.days.one": "{count, plural, other {# 天}}",
  "anonymised.days.range": "{low} 至 {high} 天",
  "anonymised.days.from": "{low} 天以上",
  "anonymised.times.subtitle": "兩個日期皆有的轉介，以整日計",
  "anonymised.half": "{count, plural, =0 {半數在當天。} other {半數在 # 天內。}}",
  "anonymised.nine": "{count, plural, =0 {90% 在當天。} other {90% 在 # 天內。}}",
} as const satisfies Record<keyof typeof ANONYMISED_EN, string>;
