import type { DATA_EN } from "../en/data.ts";

export const DATA_ZH = {
  "data.title": "要求記錄",
  "data.summary":
    "本次工作階段共 {asked, plural, other {# 次要求}}，{derived, plural, other {# 個結果}}取自現有資料",
  "data.address": "要求",
  "data.time": "時間 (UTC)",
  "data.answer": "結果",
  "data.ms": "耗時（毫秒）",
  "data.bytes": "位元組",
  "data.status": "狀態",
  "data.tries": "嘗試次數",
  "data.copy": "複製",
  "data.curl": "curl",
  "data.copied": "已複製",
  "data.derived": "由 {from} 計算",
  "data.ending.under-way": "進行中",
  "data.ending.answered": "網路",
  "data.ending.failed": "失敗",
  "data.ending.cancelled": "已取消",
} as const satisfies Record<keyof typeof DATA_EN, string>;
