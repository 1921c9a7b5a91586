import type { Reporter, Suite, TestCase } from "playwright/types/testReporter";

type Outcome = ReturnType<TestCase["outcome"]>;

/** Ends a run with one plain line, `N passed, N failed`, that people and scripts read alike. */
export default function summaryReporter(): Reporter {
  let root: Suite | null = null;
  return {
    onBegin(_config, suite) {
      root = suite;
    },
    onEnd() {
      console.log(summaryLine((root?.allTests() ?? []).map((test) => test.outcome())));
    },
    printsToStdio: () => true,
  };
}

/** A test that passed only when it was tried again has failed; one that did not run is told, when there is one. */
export function summaryLine(outcomes: readonly Outcome[]): string {
  const count = (...kinds: Outcome[]) => outcomes.filter((outcome) => kinds.includes(outcome)).length;
  const counts = `${count("expected")} passed, ${count("unexpected", "flaky")} failed`;
  return count("skipped") > 0 ? `${counts}, ${count("skipped")} not run` : counts;
}
