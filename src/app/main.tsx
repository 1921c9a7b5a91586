import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { openSignIn } from "#auth/sign-in.ts";
import { createI18n, I18nProvider } from "#i18n/i18n.tsx";
import { loadConfig } from "./load-config.ts";
import { Page } from "./page.tsx";

const queries = new QueryClient();
const i18n = createI18n(navigator.languages);
const config = loadConfig();
const signIn = openSignIn(config, forget);

document.documentElement.lang = i18n.locale;

/** Leaves nothing behind that was loaded in the name of an account. */
function forget(): void {
  void queries.cancelQueries();
  queries.clear();
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root.");
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <Page config={config} signIn={signIn} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
