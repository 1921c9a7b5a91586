import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type AroundNavHandler, Router } from "wouter";
import { isFramed } from "#auth/framed.ts";
import { hintAt, openSignIn } from "#auth/sign-in.ts";
import { hostTakesRecords } from "#embed/page-events.ts";
import { createI18n, I18nProvider } from "#i18n/i18n.tsx";
import { loadConfig } from "./load-config.ts";
import { Page } from "./page.tsx";

const queries = new QueryClient();
const i18n = createI18n(navigator.languages);
const config = loadConfig();
const signIn = openSignIn(config, forget);

if (isFramed()) void talkToHost();

document.documentElement.lang = i18n.locale;

const goUnlessHostDoes: AroundNavHandler = (navigate, to, options) => {
  if (!hostTakesRecords(to)) navigate(to, options);
};

/** Leaves nothing behind that was loaded in the name of an account. */
function forget(): void {
  void queries.cancelQueries();
  queries.clear();
}

/** Most readers come without a portal: its part of the page is fetched only where there is one. */
async function talkToHost(): Promise<void> {
  const { openHost } = await import("#embed/open-host.ts");
  openHost(await config, {
    refresh: () => void queries.invalidateQueries(),
    hint: async (name) => hintAt(await signIn, name),
  });
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root.");
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <Router aroundNav={goUnlessHostDoes}>
          <Page config={config} signIn={signIn} />
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
