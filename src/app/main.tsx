import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, startTransition } from "react";
import { type AroundNavHandler, Router } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { isFramed } from "#auth/framed.ts";
import { openSignIn } from "#auth/sign-in.ts";
import { type AppConfig, readAppConfig } from "#config/app-config.ts";
import { hostTakesRecords } from "#embed/page-events.ts";
import { applyLocaleToDocument } from "#i18n/apply-locale-to-document.ts";
import { createI18n, I18nProvider } from "#i18n/i18n.tsx";
import { wantedLanguages } from "#i18n/languages.ts";
import { BASE_PATH, inSite } from "#lib/base-path.ts";
import { inTime } from "#lib/in-time.ts";
import { readStored } from "#lib/stored.ts";
import { readSelection } from "#selection/selection.ts";
import { placed } from "#selection/use-history-place.ts";
import { isPictureShown, PICTURE } from "#ui/slot.ts";
import { noteDeparture } from "./arrival.ts";
import { reloadAfterDeployment } from "./error-boundary.tsx";
import { followLinks } from "./follow-links.ts";
import { keepTranslatedText } from "./keep-translated-text.ts";
import { Page, startQueriesOf, whenDrawable } from "./page.tsx";
import { forgetPictures, hasPictures, removePicture } from "./picture/forget-pictures.ts";
import { reactDom } from "./react-dom.ts";
import { keepScrollPlace } from "./scroll-place.ts";
import { workInLongSlices } from "./slices.ts";

declare global {
  /** Set by `public/picture.js`: settles once the picture of the last visit is painted, or there is none. */
  var lastPicture: Promise<void> | undefined;
  /** The settings, where `public/picture.js` has asked for them; their body is not read yet. */
  var settingsResponse: Promise<Response> | undefined;
}

/** A picture, and a page behind it, that take longer come too late (ms). */
const [MAX_WAIT_MS, MAX_WAIT_BEHIND_MS] = [500, 2000];

/**
 * Waits for the picture: rendering would delay its painting. On a later visit also for all that the page behind it
 * needs: React keeps a placeholder for 300 ms.
 */
async function pictureShown(): Promise<void> {
  if (!globalThis.lastPicture) return;
  // Late or broken, it is left out.
  await inTime(globalThis.lastPicture, MAX_WAIT_MS).catch(() => undefined);
  if (!isPictureShown() || !hasPictures()) return;
  await inTime(whenDrawable(config, signIn, i18n), MAX_WAIT_BEHIND_MS).catch(() => undefined);
}

workInLongSlices();
keepTranslatedText();
keepScrollPlace();
reloadAfterDeployment();

const queryClient = new QueryClient();
const asked = readSelection(location.search).selection;
const i18n = createI18n(wantedLanguages(asked.lang, readStored("lang")));
const config = loadConfig();
// Loaded only in a frame, which most users do not have.
const portal = isFramed() ? import("./portal.ts") : null;
const signIn = openSignIn(
  config,
  forget,
  portal?.then(({ findHostUser }) => findHostUser()),
);
void portal?.then(({ talkToHost }) => talkToHost(config, signIn, queryClient));

// Whatever fails here fails again, and shows, where it is rendered.
startQueriesOf(queryClient, config, signIn).catch(() => undefined);

const goUnlessHostDoes: AroundNavHandler = (go, to, options) => {
  if (hostTakesRecords(to)) return;
  noteDeparture(to, options?.replace === true);
  const state = { ...(options?.state as object | undefined), ...placed(options?.replace === true) };
  go(to, { ...options, state });
};

followLinks((to) => goUnlessHostDoes(navigate, to));

/** Deletes all data loaded for an account. */
function forget(): void {
  void queryClient.cancelQueries();
  queryClient.clear();
  forgetPictures();
}

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no element #root.");
// Loaded only where there is a picture of the last visit, by `public/picture.js`.
const replacing = () =>
  import("./picture/replace-picture.ts").then(({ replacePicture }) => replacePicture(element), removePicture);
if (isPictureShown()) void replacing();
else addEventListener(PICTURE, () => void replacing(), { once: true });
void Promise.all([reactDom, i18n.loadShell(), pictureShown()]).then(([{ createRoot }]) => {
  applyLocaleToDocument(i18n, asked.dir);
  const page = (
    <StrictMode>
      <I18nProvider first={i18n}>
        <QueryClientProvider client={queryClient}>
          <Router base={BASE_PATH} aroundNav={goUnlessHostDoes}>
            <Page config={config} signIn={signIn} portal={portal} />
          </Router>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  );
  // Interruptible, so that it does not block a slow machine for long.
  startTransition(() => createRoot(element).render(page));
  // The first use of Intl is slow: it gets a task of its own.
  setTimeout(i18n.formats.count, 0, 0);
}, sayMissing);

/** Lets `public/first-look.js` say that the page can't be loaded. */
function sayMissing(): void {
  dispatchEvent(new Event("missing-code"));
}

/** The settings of this installation; call once per visit. @throws Error when they cannot be loaded or are invalid */
async function loadConfig(): Promise<AppConfig> {
  const response = await (globalThis.settingsResponse ?? fetch(inSite("/config.json")));
  if (!response.ok) throw new Error(`config.json answered ${response.status}.`);
  return readAppConfig(await response.json());
}
