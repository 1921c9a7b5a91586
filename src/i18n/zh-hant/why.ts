import type { WHY_EN } from "../en/why.ts";

export const WHY_ZH: Record<keyof typeof WHY_EN, string> = {
  "why.link": "原因？",
  "why.link.title": "{figure}：變化原因",
  "why.title": "變化原因",
  "why.subtitle": "{figure}，{by}",
  "why.by": "說明方式",
  "why.days": "僅 {period}，與 {comparison} 比較。",
  "why.whole": "說明整個期間",
  "why.absent": "沒有可說明的比率：兩個期間之一沒有可計算的轉介。",
  "why.unfair": "部分變化可能只是因為先前的轉介有更多時間。",
  "why.sentence":
    "{figure}{way, select, up {上升 {size}} down {下降 {size}} other {沒有變化}}{has, select, reasons {：{effects}。} other {。}}",
  "why.rest": "其餘因素 {effect}",
  "why.chance": "此變化可能只是隨機波動。",
  "why.because.volume": "轉介總數{way, select, up {增加} other {減少}} {effect}",
  "why.because.created":
    "{by, select, market {來自 {name} 的} partner {轉給 {name} 合作夥伴的} size {{name} 客戶的} other {小型區隔的}}轉介{way, select, up {增加} other {減少}} {effect}",
  "why.because.mix":
    "{by, select, market {來自 {name} 的} partner {轉給 {name} 合作夥伴的} size {{name} 客戶的} other {小型區隔的}}占比{way, select, up {上升} other {下降}} {effect}",
  "why.because.rate":
    "{by, select, market {{name} } partner {{name} 的合作夥伴} size {{name} 的客戶} other {小型區隔}}{figure, select, acknowledged {確認} accepted {接受} acceptance {接受} exits {流失} open {仍在進行} answered {期限內回應} answeredLate {期限內回應} waiting {等待回應} overdue {等待逾期} expired {等待逾期} other {成交}}比率{way, select, up {上升} other {下降}} {effect}",
  "why.sum": "影響",
  "why.mix": "來自占比",
  "why.rate": "來自比率",
  "why.before": "先前",
  "why.after": "目前",
  "why.volume": "轉介總數增減",
  "why.pool": "小型區隔",
  "why.others": "其他全部",
  "why.change": "總變化",
  "why.title.rival": "差異原因",
  "why.time": "說明隨時間的變化",
  "why.absent.rival": "沒有可說明的比率：其中一方沒有可計算的轉介。",
  "why.sentence.rival":
    "{figure}與 {rival} 相比：{way, select, up {高 {size}} down {低 {size}} other {沒有差異}}。{has, select, reasons {{effects}。} other {}}",
  "why.chance.rival": "此差異可能只是隨機波動。",
  "why.rival": "{by, select, partner {{name} 的合作夥伴} other {{name}}}",
  "why.rival.note": "目前選取範圍與 {rival} 比較，期間皆為 {period}。",
  "why.after.rival": "目前選取範圍",
  "why.difference": "總差異",
};
