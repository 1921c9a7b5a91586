import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createI18n, I18nProvider } from "#i18n/i18n.tsx";
import { loadConfig } from "./load-config.ts";
import { Page } from "./page.tsx";

const queries = new QueryClient();
const i18n = createI18n(navigator.languages);
const config = loadConfig();

document.documentElement.lang = i18n.locale;

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root.");
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <Page config={config} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
