import { type BrowserContext, test as base, expect } from "playwright/test";
import { startWorld, type World } from "./world.ts";

export type SignInOptions = {
  /** Complaints of the browser that a test provokes itself; any other one fails the test. */
  provoked: RegExp;
};

type TestFixtures = SignInOptions & { quiet: undefined };
type WorkerFixtures = { world: World; file: string | undefined };

const NOTHING = /(?!)/;

/** Browser logs for an answer outside 200–299; a test that provokes one says so. */
export const REFUSED_CALL = /Failed to load resource: the server responded with a status of 40[013]/;

/**
 * Tests against the production page under its policy, with the stand-in where the browser expects Entra ID. They fail
 * on every console error, page error and violation of the policy that they have not provoked themselves.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  file: [undefined, { scope: "worker", option: true }],
  world: [
    async ({ file }, use) => {
      const world = await startWorld(file);
      await use(world);
      await world.stop();
    },
    { scope: "worker" },
  ],
  launchOptions: [
    async ({ launchOptions, world }, use) => {
      const rule = `--host-resolver-rules=MAP login.microsoftonline.com:443 127.0.0.1:${world.entraPort}`;
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), rule] });
    },
    { scope: "worker" },
  ],
  ignoreHTTPSErrors: true,
  provoked: [NOTHING, { option: true }],
  quiet: [
    async ({ context, provoked, world }, use) => {
      const complaints = listen(context);
      await use(undefined);
      Object.assign(world.faults, NO_FAULTS);
      expect(complaints.filter((text) => !provoked.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

const NO_FAULTS = {
  down: false,
  askConsent: false,
  clockSkewSeconds: 0,
  tokenSeconds: null,
  refuseRenewal: false,
};

/** Everything that the browser complains of, in any window of the test. */
function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    const isViolation = /Content Security Policy|Trusted ?Type/i.test(message.text());
    if (message.type() === "error" || isViolation) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return complaints;
}
