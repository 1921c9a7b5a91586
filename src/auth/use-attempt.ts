import { EventType, type IPublicClientApplication } from "@azure/msal-browser";
import { useRef, useState } from "react";
import { type SignInProblem, signInProblem } from "./sign-in-problem.ts";

/** MSAL waits minutes for a closed or forgotten pop-up: after this time the user may retry. */
const AGAIN_AFTER_MS = 1_500;
const LOOK_EVERY_MS = 250;
/** The response of a pop-up may arrive after it has closed. */
const ANSWER_WITHIN_MS = 750;

export type Attempt = {
  /** Begun: just pressed. Waiting: for the user, in the pop-up or to retry. */
  state: "none" | "begun" | "waiting";
  problem: SignInProblem | null;
  begin: (work: () => Promise<void>) => Promise<void>;
};

/** State of the user's sign-in attempts; only the latest counts. */
export function useAttempt(msal: IPublicClientApplication, first: SignInProblem | null = null): Attempt {
  const [problem, setProblem] = useState(first);
  const [state, setState] = useState<Attempt["state"]>("none");
  const latest = useRef(0);
  async function begin(work: () => Promise<void>): Promise<void> {
    latest.current += 1;
    const own = latest.current;
    const settle = (next: Attempt["state"], why: SignInProblem | null) => {
      if (latest.current !== own) return;
      setState(next);
      setProblem(why);
    };
    settle("begun", null);
    const again = setTimeout(() => settle("waiting", null), AGAIN_AFTER_MS);
    const stop = whenClosed(msal, () => {
      clearTimeout(again);
      settle("none", CLOSED);
    });
    try {
      await work();
      settle("none", null);
    } catch (error) {
      settle("none", signInProblem(error));
    } finally {
      clearTimeout(again);
      stop();
    }
  }
  return { state, problem, begin };
}

const CLOSED: SignInProblem = { kind: "closed", detail: null, correlationId: null };

/** Calls back once MSAL's next pop-up is closed without a response; returns the unsubscribe function. */
function whenClosed(msal: IPublicClientApplication, then: () => void): () => void {
  let looking: ReturnType<typeof setInterval> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const stopListening = () => id !== null && msal.removeEventCallback(id);
  const id = msal.addEventCallback(
    ({ payload }) => {
      const { popupWindow } = Object(payload) as { popupWindow?: Window };
      stopListening();
      looking = setInterval(() => {
        if (!popupWindow?.closed) return;
        clearInterval(looking);
        telling = setTimeout(then, ANSWER_WITHIN_MS);
      }, LOOK_EVERY_MS);
    },
    [EventType.POPUP_OPENED],
  );
  return () => {
    stopListening();
    clearInterval(looking);
    clearTimeout(telling);
  };
}
