import { lazy, type ReactNode, Suspense, use } from "react";
import { Link, useLocation } from "wouter";
import type { SignInState } from "#auth/require-session.tsx";
import { RequireSignIn } from "#auth/require-sign-in.tsx";
import { type Credentials, type SignIn, seemsSignedIn } from "#auth/sign-in.ts";
import { preloadTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import type { AppConfig } from "#config/app-config.ts";
import { notifyHost } from "#embed/page-events.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useSelection } from "#selection/use-selection.ts";
import { VIEW_NAMES, type ViewName, viewAddress, viewAt } from "#selection/view-address.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { ACCOUNT_SLOT, TOOLS_SLOT } from "#ui/slot.ts";
import { ErrorBoundary } from "./error-boundary.tsx";

const loadDashboard = () => import("./dashboard.tsx");
const Dashboard = lazy(async () => ({ default: (await loadDashboard()).Dashboard }));

// Beside the settings where somebody is signed in; nobody else gets it before they are.
if (seemsSignedIn()) void loadDashboard();

type Portal = Promise<typeof import("./portal.ts")>;
type PageProps = { config: Promise<AppConfig>; signIn: Promise<SignIn>; portal: Portal | null };

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

/** The frame of every page: name and views above, the view below. */
function Shell({ children }: { children: ReactNode }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <header className="header">
        <h1 className="header__name">{t("app.name")}</h1>
        <ViewLinks />
        <div id={TOOLS_SLOT} className="tools" />
        <div id={ACCOUNT_SLOT} className="account" />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** They have a chart over time, whose code is large: it is fetched when the pointer or the focus is on their link. */
const WITH_CHARTS: readonly ViewName[] = ["funnel", "trends", "times"];
const PRELOAD = { onPointerEnter: preloadTimeSeriesChart, onFocus: preloadTimeSeriesChart };

/** The views, each with the selection that is looked at now. */
function ViewLinks(): ReactNode {
  const { t } = useI18n();
  const [path] = useLocation();
  const { selection } = useSelection();
  const current = viewAt(path);
  return (
    <nav className="header__views" aria-label={t("app.views")}>
      {VIEW_NAMES.map((name) => (
        <Link
          key={name}
          href={viewAddress(name, selection)}
          className="header__view"
          aria-current={name === current ? "page" : undefined}
          {...(WITH_CHARTS.includes(name) && PRELOAD)}
          ref={name === current ? showInRow : undefined}
        >
          {t(`view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Where the views do not fit beside each other they scroll: to the middle with this one. */
function showInRow(link: HTMLElement | null): void {
  const row = link?.parentElement;
  if (!link || !row) return;
  const [at, within] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left - within.left - (within.width - at.width) / 2;
}
