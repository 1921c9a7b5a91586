import type { Format } from "./format.ts";

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
  ],
  rules: ["own-outcome", "end-date-from-closing"],
  isReferrals: true,
  dateOrder: null,
  least: 5,
};
