/**
 * A function that loads something once. React's `use` reads the promise without suspending once it is fulfilled; a
 * `lazy` component suspends even when its module is there, and React then shows the fallback for 300 ms.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= readable(load());
    return loading;
  };
}

/** `status` and `value` are what React itself notes: https://react.dev/reference/react/use */
function readable<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: "fulfilled", value }),
    () => {},
  );
  return promise;
}
