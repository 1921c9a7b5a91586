import { proxy, wrap } from "comlink";
import { startWorker } from "#lib/worker-client.ts";
import type { FileStore } from "./file-store.ts";
import address from "./file-store.worker.ts?worker&url";

/** The store behind an asynchronous interface, in a worker or not. */
export type RemoteFileStore = {
  [Name in keyof FileStore]: (
    ...given: Parameters<FileStore[Name]>
  ) => Promise<Awaited<ReturnType<FileStore[Name]>>>;
};

let store: RemoteFileStore | null = null;

/** The shared store of the page, in a worker; on this thread where workers are blocked. */
export function fileStore(): RemoteFileStore {
  store ??= openStore();
  return store;
}

function openStore(): RemoteFileStore {
  try {
    const remote = wrap<FileStore>(startWorker(address, "files-worker")) as unknown as RemoteFileStore;
    return new Proxy(remote, {
      get: (target, name: keyof FileStore) =>
        name === "read" ? (...given: Parameters<FileStore["read"]>) => read(target, given) : target[name],
    });
  } catch {
    const here = import("./file-store.ts").then(({ createFileStore }) => createFileStore());
    return new Proxy({} as RemoteFileStore, {
      get:
        (_, name: keyof FileStore) =>
        async (...given: never[]) =>
          ((await here)[name] as (...all: never[]) => unknown)(...given),
    });
  }
}

/** Callbacks cross the worker boundary only as Comlink proxies. */
function read(remote: RemoteFileStore, given: Parameters<FileStore["read"]>) {
  const [files, choices, before, onProgress] = given;
  return remote.read(files, choices, before, proxy(onProgress));
}
