import { unstable_forceFrameRate as setSlicesPerSecond } from "scheduler";

/** Slices a second; 0 stands for React's own, of 5 ms. */
const SHORT = 0;
/** 33 ms each, so that a task with one stays within 50: between two short ones the browser waits up to 12 ms. */
const LONG = 30;

/** Lets React work in long slices, but in short ones from a press to the first frame after it. */
export function workInLongSlices(): void {
  setSlicesPerSecond(LONG);
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = () => setSlicesPerSecond(LONG);
  const answerFirst = () => {
    setSlicesPerSecond(SHORT);
    requestAnimationFrame(() => afterFrame.port2.postMessage(null));
  };
  for (const type of ["pointerdown", "click", "keydown"] as const)
    addEventListener(type, answerFirst, { capture: true, passive: true });
}
