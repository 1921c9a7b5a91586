// React's own scheduler; @types/scheduler lacks this function.
declare module "scheduler" {
  export function unstable_forceFrameRate(framesPerSecond: number): void;
}
