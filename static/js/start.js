// Starts the page's engine, and starts it again when it stops. ENGINE, BYTES and SHA384 are of the engine's file, and each
// call of glue() gives what joins one instance of it to the page: the build writes them above.

import { hasStopped, whenStopped } from "./guard.js";
import { joined } from "./lanes.mjs";
import { unpack } from "./unpack.mjs";

const RESTARTS = 3;
/** Seconds until the first attempt after a failed one, doubled each time; after the last only a new connection helps. */
const PATIENCE = 1, ATTEMPTS = 6;

const WORDS = {
  zh: {
    progress: (received) => `正在打开报纸… ${received} / ${kilobytes(BYTES)} kB`,
    failed: "本页的程序没有完整送到，正在重试…",
    stopped: "本页的程序出了错，重新启动也没有用。请刷新页面。",
    unsupported: "本页的程序在这里不能运行：浏览器或网站的安全策略不允许 WebAssembly。",
  },
  en: {
    progress: (received) => `Opening the archive… ${received} / ${kilobytes(BYTES)} kB`,
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

/** The engine's bytes, found to be those that were built. After a failure no cache is asked. */
async function fetchEngine(again) {
  const address = new URL(ENGINE, import.meta.url);
  // Where the browser has no digests (pages without encryption) it checks by itself, and there is no progress.
  const { subtle } = crypto;
  const { ok, status, body } = await fetch(address, {
    ...(again && { cache: "reload" }),
    ...(!subtle && { integrity: `sha384-${SHA384}` }),
  });
  if (!ok) throw new Error(`${address}: the server answered ${status}`);
  const parts = [];
  let received = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.length;
    if (received > BYTES) break;
    say("progress", kilobytes(received));
  }
  const bytes = await new Blob(parts).arrayBuffer();
  const digest = subtle && new Uint8Array(await subtle.digest("SHA-384", bytes));
  if (received !== BYTES || (digest && btoa(String.fromCharCode(...digest)) !== SHA384)) {
    throw new Error(`${address}: it was altered or cut on its way`);
  }
  return bytes;
}

async function compileEngine() {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchEngine(attempt > 0);
    } catch (error) {
      console.warn(error);
      say("failed");
      await later(attempt < ATTEMPTS ? PATIENCE * 2 ** attempt : Infinity);
    }
  }
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
  const bytes = await compileEngine();
  try {
    module = await WebAssembly.compile(joined(unpack(bytes)));
  } catch (error) {
    console.error(error);
    say("unsupported");
  }
  if (module) await start();
}
