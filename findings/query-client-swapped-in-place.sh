#!/usr/bin/env bash
# @tanstack/react-query 5.108.0 (react 19.3.1, jsdom 29.1.1): a component under QueryClientProvider keeps the client with which it was
# mounted. When the provider gets another client, as when somebody signs in as another person, useQueryClient() gives the new one at
# once, but useQuery goes on with the old client's cache: the first person's figures stay, and nothing is asked for the second.
# Seen: after the change useQueryClient is B's and useQuery shows A; with a key on the provider it shows B.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tanstack/react-query@5.108.0 react@19.3.1 react-dom@19.3.1 jsdom@29.1.1
cat > try.mjs <<'CODE'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
if (!("navigator" in globalThis)) globalThis.navigator = window.navigator;
const { createElement, act } = await import("react");
const { createRoot } = await import("react-dom/client");
const { QueryClient, QueryClientProvider, useQuery, useQueryClient } = await import("@tanstack/react-query");
const clientOf = (person) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(["referrals"], `figures of ${person}`);
  client.person = person;
  return client;
};
function Figures() {
  const { data } = useQuery({ queryKey: ["referrals"], queryFn: () => "asked anew" });
  return `client ${useQueryClient().person}, ${data}`;
}
async function swap(keyOf) {
  const place = document.createElement("div");
  const root = createRoot(place);
  for (const client of [clientOf("A"), clientOf("B")])
    await act(() => root.render(createElement(QueryClientProvider, { client, key: keyOf(client) }, createElement(Figures))));
  return place.textContent;
}
console.log("same provider:", await swap(() => "one"));
console.log("provider with a key:", await swap((client) => client.person));
process.exit(0);
CODE
cat > expected.txt <<'TEXT'
same provider: client B, figures of A
provider with a key: client B, figures of B
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
