import { lazy, type ReactNode, Suspense, use } from "react";
import type { SignInState } from "#auth/require-session.tsx";
import { RequireSignIn } from "#auth/require-sign-in.tsx";
import { type Credentials, type SignIn, seemsSignedIn } from "#auth/sign-in.ts";
import type { AppConfig } from "#config/app-config.ts";
import { notifyHost } from "#embed/page-events.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Shell } from "./shell.tsx";

const loadDashboard = () => import("./dashboard.tsx");
const Dashboard = lazy(async () => ({ default: (await loadDashboard()).Dashboard }));

// Beside the settings where somebody is signed in; nobody else gets it before they are.
if (seemsSignedIn()) void loadDashboard();

type Portal = Promise<typeof import("./portal.ts")>;
export type PageProps = { config: Promise<AppConfig>; signIn: Promise<SignIn>; portal: Portal | null };

/** The page: its frame at once, then the view as soon as its code, the settings and somebody who may see it are here. */
export function Page({ config, signIn, portal }: PageProps): ReactNode {
  return (
    <ErrorBoundary>
      <Shell>
        {portal && (
          <Suspense>
            <Framed portal={portal} />
          </Suspense>
        )}
        <ErrorBoundary>
          <Suspense fallback={<Skeleton />}>
            <RequireSignIn signIn={signIn} onState={tellSignIn}>
              {(credentials) => <Configured config={config} credentials={credentials} />}
            </RequireSignIn>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </ErrorBoundary>
  );
}

function Framed({ portal }: { portal: Portal }): ReactNode {
  use(portal).useFramed();
  return null;
}

function tellSignIn(state: SignInState): void {
  if (state === "failed") notifyHost({ kind: "failed", reason: "sign-in" });
  else notifyHost({ kind: state === "done" ? "signedIn" : "signInNeeded" });
}

type ConfiguredProps = { config: Promise<AppConfig>; credentials: Credentials };

function Configured({ config, credentials }: ConfiguredProps): ReactNode {
  use(useI18n().loadViews());
  return <Dashboard config={use(config)} credentials={credentials} />;
}
