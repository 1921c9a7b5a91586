/** A resource that is closed once it is retired and its last task is done. */
export type SharedResource<T> = {
  use: <R>(task: (thing: T) => Promise<R>) => Promise<R>;
  /** Must not be used afterwards. */
  retire: () => void;
};

export function sharedResource<T>(thing: T, close: () => Promise<void>): SharedResource<T> {
  let running = 0;
  let isRetired = false;
  const closeIfDone = (): void => {
    if (isRetired && running === 0) void close();
  };
  return {
    async use(task) {
      running += 1;
      try {
        return await task(thing);
      } finally {
        running -= 1;
        closeIfDone();
      }
    },
    retire() {
      if (isRetired) return;
      isRetired = true;
      closeIfDone();
    },
  };
}
