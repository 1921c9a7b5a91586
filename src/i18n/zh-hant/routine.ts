import type { ROUTINE_EN } from "../en/routine.ts";

/** Chinese words of the daily routine. */
export const ROUTINE_ZH: Record<keyof typeof ROUTINE_EN, string> = {
  "since.title": "自您上次造訪以來",
  "since.visit": "自您上次造訪以來（資料時間 {time} UTC）",
  "since.ahead": "目前的資料比您上次看到的（{time} UTC）還舊。請選擇起始日。",
  "since.first": "從您下次造訪起，這裡會顯示自上次造訪以來發生的事。",
  "since.reset": "此裝置的時鐘曾被調回，因此無法得知您上次造訪的時間。請選擇起始日。",
  "since.notKept": "此瀏覽器封鎖了本頁的儲存空間，因此不會記住您的造訪。",
  "since.day": "自 {day} 以來",
  "since.created": "已建立",
  "since.accepted": "已接受",
  "since.won": "已成交",
  "since.lost": "未成交",
  "since.expired": "已過期",
  "since.changed": "{count, plural, =0 {沒有結果變更。} other {# 筆結果變更：}}",
  "since.change": "{from} → {to}",
  "since.more": "{count, plural, other {另有 # 種變更}}",
  "since.changes": "變更的結果",
  "since.from": "之前",
  "since.to": "目前",
  "since.earlier": "再往前一次造訪",
  "since.last": "自上次造訪以來",
  "since.choose": "選擇日期",
  "since.firstDay": "起始日",
};
