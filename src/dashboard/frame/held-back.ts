import { createObservable } from "#lib/observable.ts";

/**
 * True for a moment, while the results of the first view arrive: drawn in one go, they are there sooner than drawn one
 * after the other.
 */
export const heldBack = createObservable(false);
