import type { Format } from "./format.ts";

/** The sheet that says what an exported list contains, in all languages; it is no table. */
export const OWN_NOTES_SHEETS = ["About", "Info", "關於"];

/**
 * The list of referrals as exported by this dashboard, in all languages. Derived columns are skipped: the outcome is
 * more precise than the status, and codes are better than the names beside them.
 */
export const OWN_LIST_FORMAT: Format = {
  id: "own-list",
  columns: [
    { name: "ID", aliases: ["識別碼"], field: "id" },
    { name: "Customer", aliases: ["Kunde", "客戶"], field: "customerName" },
    { name: "Outcome (code)", aliases: ["Ergebnis (Code)", "結果（代碼）"], field: "mainStatus" },
    { name: "Original status", aliases: ["Ursprünglicher Status", "原始狀態"], field: "status" },
    { name: "Created", aliases: ["Erstellt", "建立"], field: "createdDate" },
    { name: "Acknowledged", aliases: ["Bestätigt", "確認"], field: "acknowledgedDate" },
    { name: "Accepted", aliases: ["Angenommen", "接受"], field: "acceptedDate" },
    { name: "Closed", aliases: ["Geschlossen", "關閉"], field: "closedDate" },
    { name: "Created (code)", aliases: ["Erstellt (Code)", "建立（代碼）"], field: "createdPrecision" },
    {
      name: "Acknowledged (code)",
      aliases: ["Bestätigt (Code)", "確認（代碼）"],
      field: "acknowledgedPrecision",
    },
    { name: "Accepted (code)", aliases: ["Angenommen (Code)", "接受（代碼）"], field: "acceptedPrecision" },
    { name: "Closed (code)", aliases: ["Geschlossen (Code)", "關閉（代碼）"], field: "closedPrecision" },
    { name: "Last update", aliases: ["Letzte Änderung", "最近更新"], field: "updatedDate" },
    {
      name: "Customer market (code)",
      aliases: ["Kundenmarkt (Code)", "客戶市場（代碼）"],
      field: "customerMarket",
    },
    {
      name: "Partner market (code)",
      aliases: ["Partnermarkt (Code)", "合作夥伴市場（代碼）"],
      field: "partnerMarket",
    },
    {
      name: "Organisation size (code)",
      aliases: ["Unternehmensgröße (Code)", "組織規模（代碼）"],
      field: "customerOrgSize",
    },
    { name: "Outcome", aliases: ["Ergebnis", "結果"], field: null },
    { name: "Customer market", aliases: ["Kundenmarkt", "客戶市場"], field: null },
    { name: "Partner market", aliases: ["Partnermarkt", "合作夥伴市場"], field: null },
    { name: "Organisation size", aliases: ["Unternehmensgröße", "組織規模"], field: null },
    { name: "Response time (hours)", aliases: ["Antwortzeit (Stunden)", "回應時間（小時）"], field: null },
    { name: "Waiting (hours)", aliases: ["Wartezeit (Stunden)", "等待時間（小時）"], field: null },
    { name: "Data quality", aliases: ["Datenqualität", "資料品質"], field: null },
    { name: "Deal value", aliases: ["Geschäftswert", "交易價值"], field: "dealValue" },
    {
      name: "Value in USD (as given)",
      aliases: ["Wert in USD (wie angegeben)", "美元價值（依來源）"],
      field: "dealValueUsd",
    },
    { name: "Currency", aliases: ["Währung", "貨幣"], field: "currency" },
    { name: "Expected close", aliases: ["Erwarteter Abschluss", "預計成交"], field: "expectedCloseDate" },
    { name: "Reason", aliases: ["Grund", "原因"], field: "statusReason" },
    { name: "Lead source", aliases: ["Lead-Quelle", "潛在客戶來源", "商機來源"], field: "leadSource" },
    { name: "Program", aliases: ["Programm", "計畫"], field: null },
    { name: "Kind", aliases: ["Art", "種類"], field: null },
    { name: "Direction", aliases: ["Richtung", "方向"], field: null },
    { name: "Solution", aliases: ["Lösung", "解決方案"], field: null },
    { name: "Sales stage", aliases: ["Vertriebsphase", "銷售階段"], field: null },
    { name: "Microsoft’s status", aliases: ["Status bei Microsoft", "Microsoft 端狀態"], field: null },
    { name: "Registration", aliases: ["Registrierung", "交易註冊", "交易登錄"], field: null },
  ],
  rules: ["own-outcome", "end-date-from-closing"],
  isReferrals: true,
  dateOrder: null,
  least: 5,
};
