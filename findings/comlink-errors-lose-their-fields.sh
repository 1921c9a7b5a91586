#!/usr/bin/env bash
# comlink 4.4.2 on Node's worker_threads: an error thrown behind a proxy arrives as a plain Error with name, message and stack. What
# structured cloning alone would keep is gone: the class of a RangeError, a cause; and so are fields of its own, as the status and the
# seconds to wait of a throttled request. "instanceof" and "error.status" are false without a word; a thrown plain object keeps all.
# Seen: RangeError is no RangeError (posted to the same worker by hand it is), no status, no cause; status 429 of the plain object.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund comlink@4.4.2
cat > try.mjs <<'CODE'
import { isMainThread, MessageChannel, parentPort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { expose, wrap } from "comlink";
import nodeEndpoint from "comlink/dist/umd/node-adapter.js";
const throwers = {
  range: () => { throw new RangeError("no such month"); },
  cause: () => { throw new Error("not read", { cause: "429" }); },
  field: () => { throw Object.assign(new Error("throttled"), { status: 429 }); },
  plain: () => { throw { message: "throttled", status: 429 }; },
};
if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(new RangeError("no such month", { cause: "429" }));
  const cloned = receiveMessageOnPort(port2).message;
  console.log("cloned", cloned instanceof RangeError, cloned.cause);
  const proxy = wrap(nodeEndpoint(new Worker(new URL(import.meta.url))));
  for (const name of Object.keys(throwers)) {
    const error = await proxy[name]().catch((caught) => caught);
    console.log(name, error instanceof RangeError, error.name, error.cause, error.status);
  }
  process.exit(0);
}
expose(throwers, nodeEndpoint(parentPort));
CODE
cat > expected.txt <<'TEXT'
cloned true 429
range false RangeError undefined undefined
cause false Error undefined undefined
field false Error undefined undefined
plain false undefined undefined 429
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
