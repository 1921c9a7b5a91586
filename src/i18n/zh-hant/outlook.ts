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

  "ages.title": "依天數的比率",
  "ages.subtitle": "{period} 建立的轉介，依建立後經過的時間；色帶為 95% 信賴區間",
  "ages.hint": "指向圖表，或用方向鍵，讀取某一天數的比率。",
  "ages.age": "天數",
  "ages.days": "{age, plural, other {# 天}}",
  "ages.end": "最終（至 {age, plural, other {# 天}}）",
  "ages.interval": "95% 信賴區間",
  "ages.atRisk": "至當時未定",
  "ages.read": "{name}：{rate}（{interval}），至當時未定 {atRisk} 筆。",
  "ages.read.nothing": "{name}：剩餘不足 30 筆，無法判斷。",
  "ages.said": "{what}：{rate}。",
  "ages.sentence.end": "最終有 {won} 成交；超過 {age, plural, other {# 天}}後剩餘不足 30 筆，無法判斷。",
  "ages.few": "轉介不足 30 筆，無法繪製曲線。",
  "ages.unplaced": "{name}：{count, plural, other {# 筆}}轉介沒有可用的日期，未計入。",
  "ages.noOutcomes": "結果篩選在此不適用：依天數的比率需要所有結果。",
  "ages.parts": "依建立時間",
  "ages.parts.within": "依建立時間，{age, plural, other {# 天}}內；細線為全部",
  "ages.by.accepted": "{age, plural, other {# 天}}內接受",
  "ages.by.won": "{age, plural, other {# 天}}內成交",
  "ages.estimate": "估計",
  "ages.nothing": "時間太短，或剩餘不足 30 筆。",
  "ages.at": "比較天數",
  "ages.at.days": "{age, plural, other {# 天}}",
  "ages.at.today": "今天，不論天數",
  "ages.calculating": "{age, plural, other {# 天}}的比率需要個別轉介；載入前圖表顯示今天的比率。",
  "cohorts.subtitle.age":
    "{period} 建立的轉介，依建立的{grain, select, day {日} week {週（星期一起）} month {月} quarter {季} other {年}}分群：{age, plural, other {# 天}}內接受與成交；色帶為 95% 信賴區間",
  "cohorts.younger": "未滿 {age, plural, other {# 天}}：估計",
  "cohorts.sentence.age":
    "{all} 個同期群中有 {reached} 個已滿 {age, plural, other {# 天}}{common, plural, =0 {。} other {；全部都已滿 # 天。}}",
  "cohorts.sentence.range":
    "屆時接受率介於 {low}（{lowBucket}）與 {high}（{highBucket}）之間。已排除小樣本。",
};
