import { QueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, use, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { Credentials } from "#auth/sign-in.ts";
import { signInProblem } from "#auth/sign-in-problem.ts";
import { preloadTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import type { AppConfig } from "#config/app-config.ts";
import { HELP_PATH, VIEW_PATHS } from "#config/view-paths.ts";
import { ReaderContext } from "#dashboard/context/reader-context.ts";
import { extraFieldsOf, extraFilterOf, sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { useLoadProgress } from "#dashboard/context/view-context.tsx";
import { ReadingNotice } from "#dashboard/data-quality/reading-notice.tsx";
import { ViewFrame } from "#dashboard/frame/view-frame.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { inSite } from "#lib/base-path.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { createDataClient, type DataClient } from "#queries/data-client.ts";
import { DataClientProvider, useDataClient } from "#queries/data-client-context.tsx";
import { useFileData } from "#queries/use-file-data.ts";
import { printDealValues, readDealValues } from "#selection/deal-values.ts";
import { savedViews } from "#selection/saved-views.ts";
import { useAnonymised } from "#selection/use-anonymised.ts";
import { useSelection } from "#selection/use-selection.ts";
import { hasDeals, type ViewName, viewAt } from "#selection/view-address.ts";
import { Link } from "#ui/link.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { HeaderTools } from "#views/header/header-tools.tsx";
import { OverviewView } from "#views/overview/overview-view.tsx";
import { QueueNotice, RequestLog } from "#views/request-log/request-log.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { startFirstQueries } from "./first-queries.ts";
import { usePictures } from "./picture/use-pictures.ts";

const APPLICATION = "Referral analytics";

export type DashboardProps = { config: AppConfig } & (
  | { credentials: Credentials; dataClient?: never }
  | { dataClient: DataClient; credentials?: never }
);

/** All views on one data client: of opened files, or of the service. Lazily loaded to speed up the first paint. */
export function Dashboard({ config, credentials, dataClient: given }: DashboardProps): ReactNode {
  const dataClient = useMemo(
    () => given ?? serviceClient(credentials ?? {}, config),
    [given, credentials, config],
  );
  return (
    <DataClientProvider dataClient={dataClient}>
      <ReaderContext value={credentials?.account?.() ?? ""}>
        {credentials && <Pictures config={config} />}
        {isOfService(config.data) ? (
          <ViewsOfFiles config={config} />
        ) : (
          <SourceViews config={config} hasRequests={given === undefined} />
        )}
      </ReaderContext>
    </DataClientProvider>
  );
}

let first: { account: string | null; dataClient: DataClient } | null = null;

/** Asks the service what the first view shows, before that is rendered. */
export function startQueries(queryClient: QueryClient, config: AppConfig, credentials: Credentials): void {
  first = { account: credentials.account?.() ?? null, dataClient: newClient(credentials, config) };
  void startFirstQueries(queryClient, first.dataClient, config, true);
}

type AskedFiles = { queryClient: QueryClient; asked: Promise<void> };
const ofFiles = new WeakMap<DataClient, AskedFiles>();

/** A query cache for opened files, whose results are not those of the service, and the first queries of it. */
export function queriesOfFiles(dataClient: DataClient, config: AppConfig): AskedFiles {
  const known = ofFiles.get(dataClient);
  if (known) return known;
  const queryClient = new QueryClient();
  const asked = startFirstQueries(queryClient, dataClient, config, false);
  ofFiles.set(dataClient, { queryClient, asked });
  return { queryClient, asked };
}

/** The client whose queries were sent before the first view was rendered, for the same account; else a new one. */
function serviceClient(credentials: Credentials, config: AppConfig): DataClient {
  return first && first.account === (credentials.account?.() ?? null)
    ? first.dataClient
    : newClient(credentials, config);
}

/** A file or samples are with our own service, which throttles nobody; browsers send so many at once. */
const OWN_CALLS_AT_ONCE = 6;

function newClient(credentials: Credentials, { data }: AppConfig): DataClient {
  return createDataClient({
    endpoint: inSite(ENDPOINT),
    application: APPLICATION,
    ...(data.kind !== "partner-center" && { callsAtOnce: OWN_CALLS_AT_ONCE }),
    ...tokenSource(credentials),
  });
}

/** Only figures of the service: opened files are kept where the reader chooses so. */
function Pictures({ config }: { config: AppConfig }): ReactNode {
  usePictures(config);
  return null;
}

/** Data that the service may reload. */
function isOfService(data: AppConfig["data"]): boolean {
  return data.kind === "file-after-sign-in" || (data.kind === "file" && data.place === "service");
}

/** Where file details require sign-in, fetches them first. */
function ViewsOfFiles({ config }: { config: AppConfig }): ReactNode {
  const state = useFileData(config.data.kind === "file" ? config.data : null);
  const data = state.kind === "success" ? state.value : null;
  const ofFiles = useMemo(() => data && { ...config, data }, [config, data]);
  if (state.kind === "error") return <QueryError state={state} />;
  return ofFiles ? <SourceViews config={ofFiles} hasRequests /> : <Skeleton />;
}

/** `hasRequests`: queries go over the network and can be inspected. */
type ViewsProps = { config: AppConfig; hasRequests: boolean };

/** Loads the additional fields only where the source has any. */
function SourceViews({ config, hasRequests }: ViewsProps): ReactNode {
  const dataClient = useDataClient();
  const isKnown = useDealsOf(config.data);
  const hasRanges = Object.keys(sourceFactsOf(config.data)?.imprecise ?? {}).length > 0;
  const { deal } = useSelection().selection;
  const name = isKnown ? printDealValues(deal) : "";
  const filtered = useMemo(() => {
    if (!isKnown && !hasRanges) return { ...dataClient, fetchFields: null };
    const extraFilter = extraFilterOf(readDealValues(name) ?? {});
    return extraFilter.length > 0 ? { ...dataClient, ...dataClient.clientsFor(extraFilter) } : dataClient;
  }, [dataClient, isKnown, hasRanges, name]);
  return (
    <DataClientProvider dataClient={filtered}>
      <Views config={config} hasRequests={hasRequests} />
    </DataClientProvider>
  );
}

function Views({ config, hasRequests }: ViewsProps): ReactNode {
  useFirstView();
  const [path] = useLocation();
  const { panels } = useSelection().selection;
  const isAnonymised = useAnonymised();
  const name = viewAt(path);
  if (path === HELP_PATH)
    return (
      <>
        <HeaderTools isAnonymised={isAnonymised} />
        <Suspense fallback={<Skeleton />}>
          <Help />
        </Suspense>
      </>
    );
  if (name === null) return <Nowhere />;
  if (isAnonymised)
    return (
      <>
        <HeaderTools isAnonymised />
        <ReadingNotice data={config.data} />
        <QueueNotice />
        <ErrorBoundary key={name}>
          <Suspense fallback={<Skeleton />}>
            <Anonymised config={config} view={name} />
          </Suspense>
        </ErrorBoundary>
      </>
    );
  const View = VIEWS[name];
  return (
    <>
      <HeaderTools />
      <ReadingNotice data={config.data} />
      <QueueNotice />
      <ViewFrame config={config}>
        <Visits />
        <ErrorBoundary key={name}>
          <Suspense fallback={<Skeleton />}>
            <View />
          </Suspense>
        </ErrorBoundary>
      </ViewFrame>
      {hasRequests && (panels.length === 0 || panels.includes("data")) && <RequestLog />}
    </>
  );
}

const VisitRecorder = lazy(async () => ({
  default: (await import("#routine/visit-recorder.ts")).VisitRecorder,
}));

/** Records visits in the background. */
function Visits(): ReactNode {
  return (
    useLoadProgress().isSettled && (
      <Suspense>
        <VisitRecorder />
      </Suspense>
    )
  );
}

const Help = lazy(async () => ({ default: (await import("#views/help/help-view.tsx")).HelpView }));

/** A separate page for audiences, so that nothing else can leak in. */
const Anonymised = lazy(async () => ({
  default: (await import("#views/anonymised/anonymised-view.tsx")).AnonymisedView,
}));

const VIEWS: Record<ViewName, () => ReactNode> = {
  overview: OverviewView,
  funnel: lazily(async () => (await withCharts(import("#views/funnel/funnel-view.tsx"))).FunnelView),
  trends: lazily(async () => (await withCharts(import("#views/trends/trends-view.tsx"))).TrendsView),
  markets: lazily(async () => (await import("#views/markets/markets-view.tsx")).MarketsView),
  times: lazily(async () => (await withCharts(import("#views/times/times-view.tsx"))).TimesView),
  deals: lazily(async () => (await withCharts(import("#views/deals/deals-view.tsx"))).DealsView),
  referrals: lazily(async () => (await import("#views/referrals/referrals-view.tsx")).ReferralsView),
};

/** Preloads the chart code along with a view, instead of only when its data has arrived. */
function withCharts<T>(view: Promise<T>): Promise<T> {
  preloadTimeSeriesChart();
  return view;
}

/** A view whose code is loaded on first use. */
function lazily(load: () => Promise<() => ReactNode>): () => ReactNode {
  const View = lazy(async () => ({ default: await load() }));
  return () => <View />;
}

function Nowhere(): ReactNode {
  const { t } = useI18n();
  return (
    <div className="message">
      <p>{t("view.nowhere")}</p>
      <Link href={VIEW_PATHS.overview} className="button">
        {t("view.toOverview")}
      </Link>
    </div>
  );
}

/** Tokens for the client; an unreachable identity provider becomes a network failure. */
export function tokenSource({ token, onChallenge }: Credentials): Omit<Credentials, "account"> {
  return {
    ...(token && { token: () => asAnalyticsError(token()) }),
    ...(onChallenge && { onChallenge: (challenge) => asAnalyticsError(onChallenge(challenge)) }),
  };
}

async function asAnalyticsError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { kind } = signInProblem(error);
    if (kind !== "offline" && kind !== "unreachable") throw error;
    throw new AnalyticsError({ kind: "network" }, {}, error);
  }
}

/** Whether the source has deal data; if so, offers the view and loads its texts. */
function useDealsOf(data: AppConfig["data"]): boolean {
  const { loadDeals } = useI18n();
  const isKnown = extraFieldsOf(data).length > 0;
  if (isKnown) use(loadDeals());
  useEffect(() => {
    hasDeals.set(isKnown);
    return () => hasDeals.set(false);
  }, [isKnown]);
  return isKnown;
}

/** Opens the default view when the page is opened at "/" without a query. Any other address was chosen on purpose. */
function useFirstView(): void {
  const [path, navigate] = useLocation();
  const [isFirst, setIsFirst] = useState(true);
  if (!isFirst) return;
  setIsFirst(false);
  const view =
    path === "/" && location.search === "" ? savedViews.get().find(({ isDefault }) => isDefault) : null;
  if (view) queueMicrotask(() => navigate(view.address, { replace: true }));
}
