import { readFileSync, writeFileSync } from "node:fs";

const FIXTURE = new URL("../fixtures/partner-files/cosell-insights-download.csv", import.meta.url);
const COUNTRIES = ["Germany", "US", "France", "United Kingdom", "Japan", "Brazil", "India", "Canada"];
const STATUSES = ["Won", "Lost", "Accepted", "Pending", "Declined", "Expired"];
const DAYS = 660;

/** Writes a download of co-sell insights with so many deals, the same at every run. */
export function writeCosellDownload(path: string, deals: number): void {
  const [header = ""] = readFileSync(FIXTURE, "utf8").split(/\r?\n/);
  const names = header.split(",");
  const lines = Array.from({ length: deals }, (_, at) => {
    const cells = cellsOf(at);
    return names.map((name) => cells[name] ?? "").join(",");
  });
  writeFileSync(path, `${[header, ...lines].join("\r\n")}\r\n`);
}

function dayText(day: number): string {
  const date = new Date(Date.UTC(2025, 0, 1 + day));
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
}

function cellsOf(at: number): Record<string, string> {
  const created = (at * 7919) % DAYS;
  const status = STATUSES[Math.floor(at / 3) % STATUSES.length] ?? "";
  const value = 1000 + ((at * 7907) % 90_000);
  return {
    "Referral ID": `c0000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    "Customer Country": COUNTRIES[(at * 13) % COUNTRIES.length] ?? "",
    "Customer City": `City ${at % 50}`,
    "Customer Name": `"Customer ${at % 2000}, Inc."`,
    "Referral Creation Date": dayText(created),
    "Deal Type": ["Co-sell", "Partner-led", "Private"][at % 3] ?? "",
    "Deal Direction": ["Incoming", "Outgoing"][at % 2] ?? "",
    "Deal currency": ["EUR", "USD"][at % 2] ?? "",
    "Estimated Deal value": String(value),
    "Estimated Deal value (USD)": (value * 1.1).toFixed(2),
    "Solution ID": "SOL-100A;SOL-200B",
    "Solution Name": "Data Mesh Starter;Cloud Backup",
    PartnerID: "1000001",
    "Partner Name": "Sample Partner",
    "Engagement ID": `e${at}`,
    "US Federal Deal": "No",
    "Is Marketplace Transacted Deal": "No",
    Status: status,
    "Status Reason": status === "Lost" ? "Price" : "",
    "Partner Program": "Co-sell",
    ...(status === "Won" && wonCells(created, value)),
  };
}

function wonCells(created: number, value: number): Record<string, string> {
  return {
    "Contract Currency": "USD",
    "Contract Value": String(value),
    "Contract Value (USD)": String(value),
    "Contract Sign Date": dayText(created + 40),
    "Contract Term": "Finite",
    "Registered deal solution currency": "USD",
    "Registered deal solution value": String(value),
    "Deal Creation Date": dayText(created + 42),
    "Deal Review Pending Date": dayText(created + 43),
    "Deal Approved Date": dayText(created + 50),
    "Deal Review Passed Date": dayText(created + 50),
  };
}
