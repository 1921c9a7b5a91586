import type { Random } from "./random.ts";

const FIRST =
  "Alder Birch Cobalt Dune Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen Meadow Nimbus Onyx Pebble Quarry Ridge Summit Tundra Umber Violet Willow Yonder Zephyr".split(
    " ",
  );
const SECOND =
  "bridge craft dale field forge gate haven lane light mark mill point port side stone tide vale ward wood works".split(
    " ",
  );
const TRADE =
  "Foods Logistics Labs Energy Retail Health Systems Textiles Marine Media Tools Travel Insurance Robotics Printing Dairy".split(
    " ",
  );
const FORM = ["Ltd", "GmbH", "Inc", "S.A.", "BV", "AB", "Pty", "& Partners", "Group", "KK"];

/** Names that are hard to display or filter: quotes, accents, other scripts, markup, SQL. */
const RARE = [
  `O'Fallow & Daughters`,
  `"The Quoted" Company`,
  "Société Générative d'Été",
  "Żółta Łódź Sp. z o.o.",
  "株式会社みらい計画",
  "云杉科技有限公司",
  "شركة الواحة الزرقاء",
  "חברת האלון הירוק",
  "Rocket Bakery 🚀🥐",
  "<b>Bold</b> Ventures",
  `<img src=x onerror="alert(1)"> Optics`,
  "Robert'); DROP TABLE referrals;-- Ltd",
  "100% Cotton_Co",
  "Long Name ".repeat(50).trim(),
] as const;

/** A made-up company; one in three hundred has a difficult name. */
export function companyName(random: Random): string {
  if (random.chance(1 / 300)) return random.one(RARE);
  const word = (of: readonly string[]) => of[Math.floor(random.unit() * of.length)] ?? "";
  return `${word(FIRST)}${word(SECOND)} ${word(TRADE)} ${word(FORM)}`;
}
