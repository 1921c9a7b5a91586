import { dealTextName } from "#dashboard/context/deal-names.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { RecordTable } from "#partner-center/record-table.ts";
import { dealNumbers, dealTexts } from "#records/deal-columns.ts";
import { DEAL_TEXTS, type DealText } from "#referrals/deal-fields.ts";
import type { DealColumn } from "#selection/keys/referrals.ts";
import { DayOf, type ListRow, type Made, Text } from "./list-cell.tsx";

/** Columns that only some sources have. */
export function dealColumns(table: RecordTable, i18n: I18n): Record<DealColumn, Made> {
  const texts = DEAL_TEXTS.map((field) => [field, textColumn(table, field, i18n)]);
  const currency = dealTexts(table, "currency");
  const currencyOf = (row: number) => currency.values[currency.codes[row] as number] ?? "";
  const expected = dealNumbers(table, "expectedClose");
  return {
    ...(Object.fromEntries(texts) as Record<DealText, Made>),
    value: amountColumn(dealNumbers(table, "value"), currencyOf, i18n),
    valueUsd: amountColumn(dealNumbers(table, "valueUsd"), () => "USD", i18n),
    expectedClose: {
      kind: "dateTime",
      value: ({ row }) => expected[row] as number,
      cell: ({ row }) => <DayOf at={expected[row] as number} />,
      sortDescFirst: true,
    },
  };
}

function textColumn(table: RecordTable, field: DealText, i18n: I18n): Made {
  const { codes, values } = dealTexts(table, field);
  const names = values.map((text) => (text === "" ? null : dealTextName(field, text, i18n)));
  const value = ({ row }: ListRow) => names[codes[row] as number] ?? null;
  return { kind: "text", value, cell: (row) => <Text text={value(row)} /> };
}

function amountColumn(amounts: Float64Array, currencyOf: (row: number) => string, { formats }: I18n): Made {
  return {
    kind: "number",
    value: ({ row }) => amounts[row] as number,
    cell: ({ row }) => {
      const amount = amounts[row] as number;
      return Number.isNaN(amount) ? (
        "–"
      ) : (
        <data value={amount}>{formats.money(amount, currencyOf(row))}</data>
      );
    },
    sortDescFirst: true,
  };
}
