#!/usr/bin/env bash
# i18n-iso-countries 7.14.0: the same short name is another country in another language. getAlpha2Code("Congo", "en") is
# CG (Republic of the Congo), getAlpha2Code("Kongo", "de") is CD (Democratic Republic of the Congo). The names that
# Intl.DisplayNames writes for some countries in English are not found at all.
# Seen: CG, CD; Laos, Moldova, Syria and Hong Kong SAR China undefined.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund i18n-iso-countries@7.14.0
cat > try.mjs <<'CODE'
import { createRequire } from "node:module";
import countries from "i18n-iso-countries";
const require = createRequire(import.meta.url);
for (const language of ["en", "de"]) countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
console.log(countries.getAlpha2Code("Congo", "en"), countries.getAlpha2Code("Kongo", "de"));
const names = new Intl.DisplayNames("en", { type: "region" });
for (const code of ["LA", "MD", "SY", "HK", "DE"]) {
  console.log(names.of(code), "->", countries.getAlpha2Code(names.of(code), "en"));
}
CODE
cat > expected.txt <<'TEXT'
CG CD
Laos -> undefined
Moldova -> undefined
Syria -> undefined
Hong Kong SAR China -> undefined
Germany -> DE
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
