#!/usr/bin/env bash
# intl-messageformat 12.1.5, number skeletons of ICU in messages, {n, number, ::...} (ICU user guide, "Number
# Skeletons"): two widths of a currency are swapped. "unit-width-iso-code" gives the sign, "unit-width-short" the code:
# a list of deals that is to say SEK and USD says "kr" and "$". formatjs/formatjs#3887 and #4038 say so, closed as
# stale. Words it does not know are left out without an error, although ICU has them: "precision-increment/500" rounds
# nothing, "permille" leaves a bare number, "per-measure-unit" drops the "per day", "numbering-system/latn" keeps Arabic
# digits. @messageformat/number-skeleton 1.2.0 does as ICU or reports what it cannot do. What helps: formats by name
# with the options of Intl.NumberFormat ("code").
# Seen: "1 500,00 kr" for the code, "1 500,00 SEK" for the sign, 12,345 instead of 12,500, 4, 3 MB instead of 3 MB/d.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund intl-messageformat@12.1.5 @messageformat/number-skeleton@1.2.0
cat > try.mjs <<'CODE'
import { getNumberFormatter } from "@messageformat/number-skeleton";
import { IntlMessageFormat } from "intl-messageformat";
const plain = (text) => text.replace(/\s/g, " ");
const show = (skeleton, n, locale = "en") => {
  const reports = [];
  const other = getNumberFormatter(locale, `::${skeleton}`, undefined, (error) => reports.push(error.message));
  const seen = new IntlMessageFormat(`{n, number, ::${skeleton}}`, locale).format({ n });
  const right = reports.length > 0 ? reports.join("; ") : plain(other(n));
  console.log(locale, skeleton, n, "->", plain(seen), "| @messageformat", right);
};
show("currency/SEK unit-width-iso-code", 1500, "sv");
show("currency/SEK unit-width-short", 1500, "sv");
show("currency/NOK unit-width-iso-code", 1500, "nb");
show("currency/NOK unit-width-short", 1500, "nb");
show("currency/USD unit-width-iso-code", 1500);
show("currency/USD unit-width-short", 1500);
show("permille", 4);
show("precision-increment/500", 12_345);
show("measure-unit/digital-megabyte per-measure-unit/duration-day", 3);
show("numbering-system/latn", 12_345, "ar-EG");
CODE
cat > expected.txt <<'TEXT'
sv currency/SEK unit-width-iso-code 1500 -> 1 500,00 kr | @messageformat 1 500,00 SEK
sv currency/SEK unit-width-short 1500 -> 1 500,00 SEK | @messageformat 1 500,00 kr
nb currency/NOK unit-width-iso-code 1500 -> 1 500,00 kr | @messageformat 1 500,00 NOK
nb currency/NOK unit-width-short 1500 -> 1 500,00 NOK | @messageformat 1 500,00 kr
en currency/USD unit-width-iso-code 1500 -> $1,500.00 | @messageformat USD 1,500.00
en currency/USD unit-width-short 1500 -> USD 1,500.00 | @messageformat $1,500.00
en permille 4 -> 4 | @messageformat The stem permille is not supported
en precision-increment/500 12345 -> 12,345 | @messageformat 12,500
en measure-unit/digital-megabyte per-measure-unit/duration-day 3 -> 3 MB | @messageformat 3 MB/d
ar-EG numbering-system/latn 12345 -> ١٢٬٣٤٥ | @messageformat 12,345
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
