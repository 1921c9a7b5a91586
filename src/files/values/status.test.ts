import { describe, expect, it } from "vitest";
import { crmStatus } from "./status.ts";

/** The statuses of Partner Center, in German and in both scripts of Chinese. */
const STATUSES = {
  New: "Neu 新",
  Pending: "Ausstehend 待處理 待处理",
  Received: "Eingegangen 已收到",
  Acknowledged: "Bestätigt 已確認 已确认",
  Evaluating: "In-Prüfung 評估中 评估中",
  Accepted: "Angenommen 已接受",
  Active: "Aktiv 進行中 进行中",
  Negotiating: "In-Verhandlung 洽談中 洽谈中",
  Won: "Gewonnen 已成交 已赢单",
  Lost: "Verloren 未成交",
  Declined: "Abgelehnt 已拒絕 已拒绝",
  Expired: "Abgelaufen 已過期 已过期",
  Skipped: "Übersprungen 已略過 已跳过",
  Missed: "Verpasst 已錯過 已错过",
  Archived: "Archiviert 已封存 已归档",
  Closed: "Geschlossen 已關閉 已关闭",
};

describe.each(Object.entries(STATUSES))("%s", (status, words) => {
  it.each(words.split(" "))("is what %s means", (word) => {
    expect(crmStatus(word)).toBe(status);
  });
});
