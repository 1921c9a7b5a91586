import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, use, useDeferredValue, useMemo } from "react";
import { useLocation } from "wouter";
import type { SignInState } from "#auth/require-session.tsx";
import { RequireSignIn, SignedInAccount } from "#auth/require-sign-in.tsx";
import { type Credentials, type SignIn, seemsSignedIn } from "#auth/sign-in.ts";
import { preloadTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import type { AppConfig } from "#config/app-config.ts";
import {
  filesNotice,
  KEPT_FLAG,
  OPENED_FLAG,
  type OpenedFiles,
  openedFiles,
  READING_FLAG,
  takeMark,
} from "#dashboard/context/opened-files.ts";
import { notifyHost } from "#embed/page-events.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { loadOnce } from "#lib/load-once.ts";
import { useObservable } from "#lib/observable.ts";
import { readStored } from "#lib/stored.ts";
import { useSelection } from "#selection/use-selection.ts";
import { hasDeals, VIEW_NAMES, type ViewName, viewAddress, viewAt } from "#selection/view-address.ts";
import { Link } from "#ui/link.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ACCOUNT_SLOT, TOOLS_SLOT } from "#ui/slot.ts";
import { useArrival } from "./arrival.ts";
import type { DashboardProps } from "./dashboard.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { OpenFiles, OpenFilesButton, OwnFilesDoor } from "./open-files.tsx";
import { reactDom } from "./react-dom.ts";

// Behind React DOM, which it imports: each is a task of its own.
const loadDashboard = loadOnce(() => reactDom.then(() => import("./dashboard.tsx")));

function Dashboard(props: DashboardProps): ReactNode {
  const { Dashboard: Loaded } = use(loadDashboard());
  return <Loaded {...props} />;
}

const StartWithFiles = lazy(async () => ({
  default: (await import("#views/open-files/start-with-files.tsx")).StartWithFiles,
}));

/** Files kept on this device are restored before anything is shown. */
const restored =
  readStored(KEPT_FLAG) === null
    ? null
    : import("#views/open-files/open-actions.ts").then(({ restoreFiles }) => restoreFiles());
if (takeMark(READING_FLAG)) filesNotice.set("interrupted");
if (takeMark(OPENED_FLAG)) filesNotice.set("closed-by-reload");

// In parallel with the settings if someone seems signed in; otherwise only after sign-in.
if (seemsSignedIn()) void loadDashboard();

/** Sends the first queries as soon as settings and code are there, unless files are open or nobody is signed in. */
export async function startQueriesOf(
  queryClient: QueryClient,
  config: Promise<AppConfig>,
  signIn: Promise<SignIn>,
): Promise<void> {
  if (restored) return;
  const { kind, credentials } = await signIn;
  if (kind === "on" && !credentials.account?.()) return;
  const [settings, dashboard] = await Promise.all([config, loadDashboard()]);
  if (settings.data.kind !== "opened-files" && !openedFiles.get())
    dashboard.startQueries(queryClient, settings, credentials);
}

/** Waits until the view can be drawn: settings, sign-in, code and texts are there, or have failed. */
export async function whenDrawable(
  config: Promise<AppConfig>,
  signIn: Promise<SignIn>,
  i18n: I18n,
): Promise<void> {
  await Promise.allSettled([config, signIn, loadDashboard(), i18n.loadViews()]);
}

type Portal = Promise<typeof import("./portal.ts")>;
type PageProps = { config: Promise<AppConfig>; signIn: Promise<SignIn>; portal: Portal | null };

/** The page: its frame at once, the view as soon as code, settings and a signed-in user are available. */
export function Page({ config, signIn, portal }: PageProps): ReactNode {
  return (
    <ErrorBoundary>
      <Shell>
        {portal && (
          <Suspense>
            <Framed portal={portal} />
          </Suspense>
        )}
        <OpenFiles />
        <ErrorBoundary>
          <Suspense fallback={<Skeleton />}>
            <Content config={config} signIn={signIn} />
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

/** Opened files need no sign-in; everything else does if the settings say so. */
function Content({ config, signIn }: Omit<PageProps, "portal">): ReactNode {
  if (restored) use(restored);
  const files = useShownFiles();
  if (files)
    return (
      <>
        <SignedInAccount signIn={signIn} />
        <OnFiles key={files.id} files={files} config={config} />
      </>
    );
  return (
    <RequireSignIn signIn={signIn} onState={tellSignIn} door={<OwnFilesDoor />}>
      {(credentials) => <Configured config={config} credentials={credentials} />}
    </RequireSignIn>
  );
}

/** The opened files; new ones replace the page in small tasks instead of a long one. */
function useShownFiles(): OpenedFiles | null {
  const files = useObservable(openedFiles);
  const deferred = useDeferredValue(files);
  const isNew = files !== null && files.id > (deferred?.id ?? 0);
  return isNew ? deferred : files;
}

/** Drawn once its first results are there: in one go, and in place of what was shown before. */
function OnFiles({ files, config }: { files: OpenedFiles; config: Promise<AppConfig> }): ReactNode {
  use(useI18n().loadViews());
  const settings = use(config);
  const { queriesOfFiles } = use(loadDashboard());
  const ofFiles = useMemo(() => ({ ...settings, data: files.data }), [settings, files.data]);
  const { queryClient, asked } = queriesOfFiles(files.dataClient, ofFiles);
  use(asked);
  return (
    <QueryClientProvider client={queryClient}>
      <Dashboard config={ofFiles} dataClient={files.dataClient} />
    </QueryClientProvider>
  );
}

type ConfiguredProps = { config: Promise<AppConfig>; credentials: Credentials };

function Configured({ config, credentials }: ConfiguredProps): ReactNode {
  use(useI18n().loadViews());
  const settings = use(config);
  if (settings.data.kind === "opened-files") return <StartWithFiles prepare={loadDashboard} />;
  return <Dashboard config={settings} credentials={credentials} />;
}

/** The frame of every page: header and navigation above the view. */
function Shell({ children }: { children: ReactNode }): ReactNode {
  const { t } = useI18n();
  useArrival();
  return (
    <>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <header className="header">
        <h1 className="header__name">{t("app.name")}</h1>
        <ViewLinks />
        <OpenFilesButton />
        <div id={TOOLS_SLOT} className="tools" />
        <div id={ACCOUNT_SLOT} className="account" />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Views with charts over time, whose large code is preloaded on hover or focus of their link. */
const WITH_CHARTS: readonly ViewName[] = ["funnel", "trends", "times"];
const PRELOAD = { onPointerEnter: preloadTimeSeriesChart, onFocus: preloadTimeSeriesChart };

/** Links to the views, keeping the current selection. */
function ViewLinks(): ReactNode {
  const { t } = useI18n();
  const [path] = useLocation();
  const { selection } = useSelection();
  const current = viewAt(path);
  const offersDeals = useObservable(hasDeals);
  const names = VIEW_NAMES.filter((name) => name !== "deals" || offersDeals);
  return (
    <nav className="header__views" aria-label={t("app.views")}>
      {names.map((name) => (
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

/** Scrolls the navigation, where it overflows, to centre this link. */
function showInRow(link: HTMLElement | null): void {
  const row = link?.parentElement;
  if (!link || !row) return;
  const [at, within] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left - within.left - (within.width - at.width) / 2;
}
