import { lazy, type ReactNode, Suspense, use } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Shell } from "./shell.tsx";

const overview = import("#views/overview/overview-view.tsx");
const OverviewView = lazy(async () => ({ default: (await overview).OverviewView }));

const client = createClient({ endpoint: ENDPOINT, application: "Referral analytics" });

/** The page: its frame at once, then the view as soon as its code and the settings are here. */
export function Page({ config }: { config: Promise<AppConfig> }): ReactNode {
  return (
    <ErrorBoundary>
      <Shell>
        <ErrorBoundary>
          <Suspense fallback={<Skeleton />}>
            <Configured config={config} />
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </ErrorBoundary>
  );
}

function Configured({ config }: { config: Promise<AppConfig> }): ReactNode {
  return <OverviewView client={client} config={use(config)} />;
}
