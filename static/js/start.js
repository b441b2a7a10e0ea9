// Starts the page's engine, and starts it again when it stops. ENGINE is its file; PACKED and PACKED384 are the length and the sum
// of that, MODULE and MODULE384 those of what it unpacks to; each call of glue() gives what joins one instance of it to the page:
// the build writes them above.

import { hasStopped, whenStopped } from "./guard.js";
import { unpack } from "./unpack.mjs";

const RESTARTS = 3;
/** Seconds until the first attempt after a failed one, doubled each time; after the last only a new connection helps. */
const PATIENCE = 1, ATTEMPTS = 6;

const WORDS = {
  zh: {
    progress: (received) => `正在打开报纸… ${received} / ${kilobytes(PACKED)} kB`,
    failed: "本页的程序没有完整送到，正在重试…",
    stopped: "本页的程序出了错，重新启动也没有用。请刷新页面。",
    unsupported: "本页的程序在这里不能运行：浏览器或网站的安全策略不允许 WebAssembly。",
  },
  en: {
    progress: (received) => `Opening the archive… ${received} / ${kilobytes(PACKED)} kB`,
    failed: "The page's program did not come whole. Trying again…",
    stopped: "The page's program failed, and starting it again did not help. Please reload the page.",
    unsupported: "The page's program cannot run here: the browser or the site's policy does not allow WebAssembly.",
  },
};

const kilobytes = (bytes) => Math.round(bytes / 1000);

/** Says something in the elements, where it is seen until the engine draws. */
function say(what, ...given) {
  for (const host of document.querySelectorAll("baoyan-archive")) {
    const words = WORDS[/^en/i.test(host.lang || navigator.language) ? "en" : "zh"][what];
    let line = host.querySelector(".opening");
    if (!line) {
      line = document.createElement("p");
      line.className = "opening";
      host.prepend(line);
    }
    line.setAttribute("role", what === "progress" ? "status" : "alert");
    line.textContent = typeof words === "function" ? words(...given) : words;
  }
}

/** Until so many seconds are over, or there is a connection again. */
const later = (seconds) =>
  new Promise((go) => {
    if (seconds < Infinity) setTimeout(go, 1000 * seconds);
    addEventListener("online", go, { once: true });
  });

const address = new URL(ENGINE, import.meta.url);
/** Under this the browser keeps what the engine's file unpacks to: unpacking takes a while, and is done once. */
const UNPACKED = `${address}?unpacked`;

// Where there are no digests (pages without encryption) the browser checks what it fetches by itself, and there is no progress.
const { subtle } = crypto;
const isWhole = async (module) => btoa(String.fromCharCode(...new Uint8Array(await subtle.digest("SHA-384", module)))) === MODULE384;

/** The engine, found to be the one that was built. After a failure no cache is asked. */
async function fetchEngine(again) {
  const { ok, status, body } = await fetch(address, {
    ...(again && { cache: "reload" }),
    ...(!subtle && { integrity: `sha384-${PACKED384}` }),
  });
  if (!ok) throw new Error(`${address}: the server answered ${status}`);
  const reader = body.getReader();
  let received = 0;
  const module = await unpack(MODULE, async () => {
    const { value } = await reader.read();
    if (value) say("progress", kilobytes((received += value.length)));
    return value;
  }).catch(() => null);
  if (!module || (subtle && !(await isWhole(module)))) throw new Error(`${address}: it was altered or cut on its way`);
  return module;
}

async function loadEngine() {
  const cache = await keeping();
  const kept = await (await cache?.match(UNPACKED))?.arrayBuffer();
  if (kept && (await isWhole(kept))) {
    fetch(address).catch(() => {}); // The document has asked for it already, and browsers complain of what nobody takes.
    return kept;
  }
  for (let attempt = 0; ; attempt++) {
    try {
      const module = await fetchEngine(attempt > 0);
      if (cache) keepInstead(cache, module).catch(console.warn);
      return module;
    } catch (error) {
      console.warn(error);
      say("failed");
      await later(attempt < ATTEMPTS ? PATIENCE * 2 ** attempt : Infinity);
    }
  }
}

async function keeping() {
  try {
    return subtle && (await caches.open("baoyan-engine"));
  } catch {
    return null; // It is forbidden here.
  }
}

/** Keeps the engine in place of what other versions of this site had. */
async function keepInstead(cache, module) {
  for (const old of await cache.keys()) if (old.url.startsWith(new URL(".", address))) await cache.delete(old);
  await cache.put(UNPACKED, new Response(module));
}

let module = null;
let starts = 0;

async function start() {
  try {
    starts++;
    await glue()(module);
  } catch (error) {
    // A trap is told by the guard.
    if (!hasStopped(error)) giveUp(error);
  }
}

function giveUp(error) {
  console.error(error);
  say("stopped");
  dispatchEvent(new CustomEvent("baoyan:stopped", { detail: { restarts: false } }));
}

whenStopped((error) => {
  if (starts > RESTARTS) return giveUp(error);
  dispatchEvent(new CustomEvent("baoyan:stopped", { detail: { restarts: true } }));
  start();
});

if (!document.documentElement.dataset.baoyanLacks) {
  const bytes = await loadEngine();
  try {
    module = await WebAssembly.compile(bytes);
  } catch (error) {
    console.error(error);
    say("unsupported");
  }
  if (module) await start();
}
