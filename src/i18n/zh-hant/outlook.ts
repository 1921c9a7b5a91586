import type { OUTLOOK_EN } from "../en/outlook.ts";

/** Traditional Chinese words of rates by age, and of what open referrals will bring. */
export const OUTLOOK_ZH: Record<keyof typeof OUTLOOK_EN, string> = {
  "outlook.title": "進行中的轉介將帶來什麼",
  "outlook.subtitle": "{period} {basis}且仍在進行的轉介",
  "outlook.notYet": "依最近 30 個月的個別轉介計算。",
  "outlook.start": "計算",
  "outlook.sentence": "{open} 筆進行中的轉介，預計約有 {expected} 筆成交，最可能為 {low} 到 {high} 筆。",
  "outlook.few": "已知的轉介太少，無法預測：至少需要 30 筆。",
  "outlook.none": "此選取範圍沒有進行中的轉介。",
  "outlook.beyond":
    "全部 {open, plural, other {# 筆}}進行中的轉介都已超過 {limit, plural, other {# 天}}。進行這麼久的轉介太少，無法預測。",
  "outlook.base":
    "80% 區間，依最近 24 個月建立的 {base} 筆轉介及其在 {limit, plural, other {# 天}}內的結果計算。",
  "outlook.older":
    "{count, plural, other {# 筆}}進行中的轉介已超過 {limit, plural, other {# 天}}，視為不會成交。",
  "outlook.left": "{count, plural, other {# 筆}}進行中的轉介沒有可用的建立日期或已超過 30 個月，未計入。",
  "outlook.held":
    "回顧 90 天與 180 天前的各市場，這類區間在 {looks, plural, other {# 次}}中有 {held} 次符合。",
  "outlook.unchecked": "90 天與 180 天前沒有任何市場有 30 筆進行中的轉介，因此無法檢驗此區間。",
  "outlook.looks": "回顧：當時的預測與實際結果",
  "outlook.from": "截至",
  "outlook.happened": "之後成交",
  "outlook.isHeld": "區間符合",
  "outlook.yes": "是",
  "outlook.no": "否",
  "outlook.row.open": "進行中",
  "outlook.row.expected": "預計成交",
  "outlook.row.low": "80% 區間，下限",
  "outlook.row.high": "80% 區間，上限",
  "outlook.row.beyond": "時間過長無法預測",
  "outlook.row.left": "未計入",
  "outlook.row.base": "計算依據的轉介數",
  "outlook.row.limit": "已知天數上限",
};
