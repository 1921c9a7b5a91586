import { lazy, type ReactNode, Suspense, use } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Shell } from "./shell.tsx";

// Asked for at once, beside the settings, not after them.
const overview = import("./overview-route.tsx");
const OverviewRoute = lazy(async () => ({ default: (await overview).OverviewRoute }));

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
  return <OverviewRoute config={use(config)} />;
}
