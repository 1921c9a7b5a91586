import { describe, expect, it } from "vitest";
import { mappedColumns, mappedStatuses, readMapping } from "./mapping.ts";
import { suggestMapping } from "./suggest-mapping.ts";

const columns = (table: Record<string, readonly string[]>) =>
  Object.entries(table).map(([name, values]) => ({ name, values }));

describe("a suggested mapping", () => {
  it.each([
    [
      "HubSpot",
      {
        "Record ID": ["1", "2"],
        "Deal Name": ["a", "b"],
        "Deal Stage": ["Closed Won", "Contract Sent"],
        "Create Date": ["2026-10-01 09:30", "2026-10-02 09:30"],
        "Close Date": ["2026-10-03 09:30"],
        Amount: ["100"],
        "Associated Company": ["Alder"],
      },
      ["id", "dealName", "mainStatus", "createdDate", "closedDate", "dealValue", "customerName"],
      ["customerMarket"],
    ],
    [
      "Salesforce",
      {
        "Opportunity ID": ["006a", "006b"],
        "Account Name": ["Alder", "Dune"],
        Stage: ["Prospecting", "Closed Lost"],
        "Created Date": ["10/1/2026", "10/13/2026"],
        "Billing Country": ["Germany", "USA"],
      },
      ["id", "customerName", "mainStatus", "createdDate", "customerMarket"],
      [],
    ],
    [
      "Dynamics 365",
      {
        "(Do Not Modify) Opportunity": ["a-1", "a-2"],
        Topic: ["x", "y"],
        "Potential Customer": ["Alder", "Dune"],
        "Status Reason": ["In Progress", "Won"],
        Status: ["Open", "Won"],
        "Created On": ["10/1/2026 9:30 AM"],
        "Actual Close Date": ["10/13/2026"],
        "Address 1: Country/Region": ["DE"],
      },
      [
        "id",
        "dealName",
        "customerName",
        "statusReason",
        "status",
        "createdDate",
        "closedDate",
        "customerMarket",
      ],
      [],
    ],
    [
      "Pipedrive",
      {
        "Deal - ID": ["1", "2"],
        "Deal - Title": ["x", "y"],
        "Deal - Status": ["Won", "Open"],
        "Deal - Deal created": ["2026-10-01 09:30:00"],
        "Deal - Won time": ["2026-10-03 09:30:00"],
        "Deal - Organization": ["Alder"],
        "Organization - Country of Address": ["Germany"],
      },
      ["id", "dealName", "status", "createdDate", "wonDate", "customerName", "customerMarket"],
      [],
    ],
  ])("of %s knows its columns by name", (_, table, fields, missing) => {
    const suggested = suggestMapping(columns(table));
    expect(Object.values(suggested.mapping.columns)).toEqual(fields);
    expect(suggested.missing).toEqual(missing);
  });

  it("takes names and contents together where no name is known", () => {
    const { suggestions, missing, unknownStatuses } = suggestMapping(
      columns({
        Vorgangsnummer: ["V-1", "V-2", "V-3"],
        "Angelegt am": ["01.10.2026", "02.10.2026", "13.10.2026"],
        Stufe: ["gewonnen", "Erstkontakt", "verloren"],
        Land: ["Deutschland", "Österreich", "Schweiz"],
        Kunde: ["Alder", "Dune", "Erle"],
        "Betrag in EUR": ["1.200,00", "3,50", "7"],
        Bundesland: ["Bayern", "Tirol", "Zug"],
      }),
    );
    expect(Object.fromEntries(suggestions.map(({ column, field }) => [column, field]))).toEqual({
      Vorgangsnummer: "id",
      "Angelegt am": "createdDate",
      Stufe: "status",
      Land: "customerMarket",
      Kunde: "customerName",
      "Betrag in EUR": "dealValue",
    });
    expect(missing).toEqual([]);
    expect(unknownStatuses).toEqual(["Erstkontakt"]);
  });

  it.each([
    {
      Vorgang: ["A/1", "A/2", "A/3"],
      Erfasst: ["01.10.2026", "02.10.2026", "13.10.2026"],
      Zustand: ["gewonnen", "in Bearbeitung", "abgelehnt"],
      Staat: ["Deutschland", "Österreich", "Schweiz"],
      Unternehmen: ["Alder", "Dune", "Erle"],
      Auftragsvolumen: ["1.200,00", "3,50", "7"],
      Abgeschlossen: ["14.10.2026"],
    },
    {
      案號: ["A1", "A2", "A3"],
      建立日期: ["2026-10-01", "2026-10-02", "2026-10-13"],
      狀態: ["已成交", "進行中", "未成交"],
      國家: ["Germany", "Austria", "Taiwan"],
      公司: ["Alder", "Dune", "Erle"],
      金額: ["1,200.00", "3.50", "7"],
      結案日期: ["2026-10-14"],
    },
  ])("knows what columns of German and Chinese CRM programs are called", (table) => {
    const { suggestions, missing, unknownStatuses } = suggestMapping(columns(table));
    const fields = [
      "id",
      "createdDate",
      "status",
      "customerMarket",
      "customerName",
      "dealValue",
      "closedDate",
    ];
    const found = Object.fromEntries(suggestions.map(({ column, field }) => [column, field]));
    expect(found).toEqual(Object.fromEntries(Object.keys(table).map((name, at) => [name, fields[at]])));
    expect({ missing, unknownStatuses }).toEqual({ missing: [], unknownStatuses: [] });
  });

  it("is read back from its file", () => {
    const { mapping } = suggestMapping(columns({ "Record ID": ["1"], "Create Date": ["2026-10-01"] }));
    const read = readMapping(JSON.stringify({ ...mapping, statuses: { "On Hold": "Active" } }));
    expect([...(mappedColumns(["Other", "create_date", "RECORD ID"], read) ?? [])]).toEqual([
      [1, "createdDate"],
      [2, "id"],
    ]);
    expect(mappedColumns(["Create Date"], read)).toBeNull();
    expect(mappedStatuses(read).get("onhold")).toBe("Active");
  });

  it.each([
    ["{", /JSON/],
    ['{"columns":{"A":"nothing"}}', /"nothing" is no field/],
    ["{}", /columns/],
    ['{"columns":{},"more":1}', /more/],
  ])("that is %s is refused with the reason", (text, reason) => {
    expect(() => readMapping(text)).toThrow(reason);
  });

  it("takes a number of its own for the id, and no word that begins with No", () => {
    const found = (name: string) =>
      suggestMapping(columns({ [name]: ["17", "18", "19"] })).suggestions.map(({ field }) => field);
    expect(["OpportunityNo", "Vorgangs-Nr.", "Ticket number"].map(found)).toEqual([["id"], ["id"], ["id"]]);
    for (const name of ["isNoShow", "NoOfSeats", "No shows", "noReply"])
      expect(found(name)).not.toContain("id");
  });
});
