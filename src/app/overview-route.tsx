import type { ReactNode } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { OverviewView } from "#views/overview/overview-view.tsx";

const client = createClient({ endpoint: ENDPOINT, application: "Referral analytics" });

/** The Overview with what it asks its questions of; loaded apart, so that the first paint need not wait for it. */
export function OverviewRoute({ config }: { config: AppConfig }): ReactNode {
  return <OverviewView client={client} config={config} />;
}
