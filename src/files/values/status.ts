import type { DateField } from "#partner-center/fields.ts";
import type { RangedDate } from "../records/extra-fields.ts";

/** The step of final statuses. */
export const END_STEP = 3;

const END_DATES: ReadonlyMap<string, RangedDate> = new Map([
  ["won", "wonDate"],
  ["lost", "lostDate"],
  ["declined", "declinedDate"],
  ["expired", "expiredDate"],
  ["skipped", "skippedDate"],
  ["missed", "missedDate"],
]);

/** Words for each status in German and Chinese, CRM terms, and the default stages of HubSpot and Salesforce. */
const WORDS: Readonly<Record<string, string>> = {
  New: "neu 新 新增 新建",
  Pending: "ausstehend 待處理 待处理",
  Received: "erhalten eingegangen 已收到 收到",
  Acknowledged: "bestätigt 已確認 確認 已确认 确认",
  Evaluating: "inprüfung 評估中 评估中",
  Accepted: "angenommen akzeptiert 已接受 接受",
  Active: `aktiv offen inbearbeitung 進行中 进行中 跟進中 跟进中 open inprogress onhold
    appointmentscheduled qualifiedtobuy presentationscheduled decisionmakerboughtin contractsent
    prospecting qualification needsanalysis valueproposition iddecisionmakers perceptionanalysis
    proposalpricequote negotiationreview`,
  Negotiating: "inverhandlung 洽談中 洽谈中 談判中 谈判中",
  Won: "gewonnen 成交 已成交 贏單 赢单 已贏單 已赢单 closedwon",
  Lost: "verloren 未成交 輸單 输单 丟單 丢单 closedlost canceled cancelled storniert 已取消 取消",
  Declined: "abgelehnt 拒絕 已拒絕 拒绝 已拒绝",
  Expired: "abgelaufen 已過期 過期 已过期 过期",
  Skipped: "übersprungen 已略過 略過 已跳過 跳過 已跳过 跳过",
  Missed: "verpasst 已錯過 錯過 已错过 错过",
  Archived: "archiviert 已封存 封存 已歸檔 歸檔 已归档 归档",
  Closed: "geschlossen abgeschlossen 已關閉 關閉 已关闭 关闭",
};
const CRM_STATUSES: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([status, words]) => words.split(/\s+/).map((word) => [word, status])),
);

/** Outcomes of this dashboard (`referrals/outcome.ts`) whose names are no statuses. */
const OUTCOME_STATUSES: ReadonlyMap<string, string | null> = new Map([
  ["closed-unknown", "Closed"],
  ["open-accepted", "Accepted"],
  ["open-acknowledged", "Acknowledged"],
  ["open-new", "New"],
  ["unrecognised", null],
]);

/** The status of a referral with this outcome; null for an unrecognised status. */
export function statusOfOutcome(outcome: string): string | null {
  const status = OUTCOME_STATUSES.get(outcome);
  return status === undefined ? outcome : status;
}

/** Normalises a status: case, spaces and punctuation are ignored. */
export function plainStatus(status: string): string {
  return status.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The date field of a final status; null for others. */
export function endDateOf(status: string | null): DateField | null {
  return status === null ? null : (END_DATES.get(plainStatus(status)) ?? null);
}

/** The step of a status, and the date of reaching it; null where there is none. */
export type StatusStep = { step: number; field: RangedDate | null };

const OPEN: StatusStep = { step: 0, field: null };
const ACKNOWLEDGED: StatusStep = { step: 1, field: "acknowledgedDate" };
const ACCEPTED: StatusStep = { step: 2, field: "acceptedDate" };
/** The steps of `referrals/outcome.ts`. Archiving does not change an end. */
const STEPS: ReadonlyMap<string, StatusStep> = new Map([
  ...["new", "pending", "received"].map((status) => [status, OPEN] as const),
  ...["acknowledged", "evaluating"].map((status) => [status, ACKNOWLEDGED] as const),
  ...["accepted", "active", "negotiating"].map((status) => [status, ACCEPTED] as const),
  ...[...END_DATES].map(([status, field]) => [status, { step: END_STEP, field }] as const),
  ["archived", { step: END_STEP + 1, field: "archivedDate" }],
  ["closed", { step: END_STEP + 1, field: null }],
]);

export const STEP_OF_DATE: ReadonlyMap<RangedDate, number> = new Map(
  [...STEPS.values()].flatMap(({ step, field }) => (field === null ? [] : [[field, step] as const])),
);

/** Null for an unrecognised status. */
export function stepOf(status: string): StatusStep | null {
  return STEPS.get(plainStatus(status)) ?? null;
}

/** The status for a CRM term, else the term itself. */
export function crmStatus(word: string): string {
  return CRM_STATUSES.get(plainStatus(word)) ?? word;
}
