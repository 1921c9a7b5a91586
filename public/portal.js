// Puts a referrals dashboard into a page of yours and talks to it. Types and explanations: portal.d.ts beside it.
const PROTOCOL = "referrals-dashboard";
const VERSION = 1;
const ANSWER_WITHIN_MS = 30_000;

/** Options that stand in the address from the start. */
const KEYS = ["theme", "lang", "dir", "panels", "lock", "audience"];

export function createDashboard(place, options) {
  const { title = "Referral analytics", minHeight = 200, loginHint, opensRecords = false } = options;
  const url = addressOf(options);
  const listeners = {};
  const waiting = new Map();
  let port = null;
  let height = 0;
  let lastId = 0;
  let hint = loginHint;
  let settle;
  const ready = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  ready.catch(() => {});
  const patience = setTimeout(
    () =>
      settle.reject(
        new Error(`The dashboard did not respond. Is ${location.origin} in its FRAME_ANCESTORS?`),
      ),
    ANSWER_WITHIN_MS,
  );

  const frame = document.createElement("iframe");
  frame.title = title;
  frame.allow = "clipboard-write";
  Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${minHeight}px` });

  function emit(message) {
    for (const listener of listeners[message.kind] ?? []) listener(message);
  }

  function end(id, act) {
    const call = waiting.get(id);
    waiting.delete(id);
    if (!call) return;
    clearTimeout(call.timer);
    act(call);
  }

  function take(message) {
    const { kind, id } = message;
    if (kind === "answer") return end(id, ({ resolve }) => resolve(message.state));
    if (kind === "refused")
      return end(id, ({ reject }) => reject(new Error(`Invalid request: ${message.reason}`)));
    if (kind === "ready") {
      clearTimeout(patience);
      settle.resolve(message.state);
      if (hint) send("setLoginHint", { hint }).catch(() => {});
    }
    if (kind === "resized" && message.height !== height) {
      height = message.height;
      frame.style.height = `${Math.max(minHeight, height)}px`;
    }
    emit(message);
  }

  function connect() {
    for (const id of [...waiting.keys()])
      end(id, ({ reject }) => reject(new Error("The dashboard was reloaded.")));
    const { port1, port2 } = new MessageChannel();
    port?.close();
    port = port1;
    port.onmessage = ({ data }) => take(JSON.parse(data));
    const words = { protocol: PROTOCOL, kind: "connect", version: VERSION, keepsHeight: true, opensRecords };
    frame.contentWindow.postMessage(JSON.stringify(words), url.origin, [port2]);
  }

  function hear({ source, origin, data }) {
    if (source !== frame.contentWindow || origin !== url.origin || typeof data !== "string") return;
    if (data.startsWith(`{"protocol":"${PROTOCOL}","kind":"hello"`)) connect();
  }

  function send(kind, parts) {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const late = () => end(id, () => reject(new Error("The dashboard did not respond.")));
      waiting.set(id, { resolve, reject, timer: setTimeout(late, ANSWER_WITHIN_MS) });
      port.postMessage(JSON.stringify({ ...parts, kind, id }));
    });
  }

  const ask = async (kind, parts) => {
    await ready;
    return send(kind, parts);
  };

  addEventListener("message", hear);
  frame.src = url.href;
  place.append(frame);

  return {
    frame,
    ready,
    setSelection: (selection) => ask("setSelection", { selection }),
    setTheme: (theme) => ask("setTheme", { theme }),
    setLanguage: (language, direction = null) => ask("setLanguage", { language, direction }),
    setLoginHint: (name) => {
      hint = name;
      return ask("setLoginHint", { hint: name });
    },
    refresh: () => ask("refresh"),
    getState: () => ask("getState"),
    on(kind, listener) {
      listeners[kind] ??= new Set();
      listeners[kind].add(listener);
      return () => listeners[kind].delete(listener);
    },
    destroy() {
      clearTimeout(patience);
      removeEventListener("message", hear);
      for (const id of [...waiting.keys()])
        end(id, ({ reject }) => reject(new Error("The dashboard was removed.")));
      port?.close();
      frame.remove();
    },
  };
}

function addressOf({ url, chrome = "none", selection = {}, ...rest }) {
  const address = new URL(url, location.href);
  const parts = { chrome, ...Object.fromEntries(KEYS.map((key) => [key, rest[key]])), ...selection };
  for (const [name, value] of Object.entries(parts)) {
    if (value != null && value.length > 0) address.searchParams.set(name, textOf(value));
  }
  return address;
}

// As the dashboard writes lists: what separates them is escaped in their texts.
function textOf(value) {
  if (!Array.isArray(value)) return value;
  const escaped = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return value.map((text) => (text === "" ? "-" : text.replace(/[%,;:~]/g, escaped))).join();
}

// For pages whose scripts are no modules.
globalThis.referralsDashboard = { createDashboard };
