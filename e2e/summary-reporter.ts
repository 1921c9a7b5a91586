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

/** Tests that passed only when they were tried again, and those that did not run, are told when there are any. */
export function summaryLine(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome) => outcomes.filter((outcome) => outcome === kind).length;
  const more = [
    [count("flaky"), "passed at the second try"],
    [count("skipped"), "not run"],
  ] as const;
  const told = more.filter(([number]) => number > 0).map((part) => part.join(" "));
  return [`${count("expected")} passed`, `${count("unexpected")} failed`, ...told].join(", ");
}
