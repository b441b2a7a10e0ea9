// The page without a network: registers the service worker, and says what of it concerns the reader.

const READY = 1, UPDATE = 2, INSTALL = 4, KEEPING = 8, FAILED = 16;
const doing = [];
let flags = 0, kept = 0, total = 0, told;

/** Does what a reader wants: 0 takes the new version, 1 installs, 2 keeps all of the archive, 3 stops keeping. */
export function act(wish) {
  doing[wish]?.();
}

/** Begins, once the page is there. `tell(flags, kept, total)` is told what holds, and how many bytes are kept of how many. */
export function watch(tell) {
  const begun = told;
  told = tell;
  const say = (on, off = 0) => told((flags = (flags | on) & ~off), kept, total);
  // A new engine takes the place of one that stopped: it is told what holds.
  if (begun) return void setTimeout(say);
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    doing[1] = () => {
      say(0, INSTALL);
      event.prompt();
    };
    say(INSTALL);
  });
  // In private windows, frames and files there may be none of it; the page does not need it.
  setTimeout(() => begin().catch(() => {}), 1_000);

  async function begin() {
    if (!document.querySelector('link[rel=manifest]')) return;
    const workers = navigator.serviceWorker;
    const registration = await register(workers);
    if (!registration) return;
    const controlled = workers.controller;
    const reload = () => location.reload();
    let asked = false;
    const look = (worker) => {
      if (worker?.state === 'installed' && controlled) {
        doing[0] = () => {
          asked = true;
          worker.postMessage('take over');
        };
        say(UPDATE);
      } else if (worker?.state === 'activated') ready(worker);
    };
    const follow = (worker) => worker?.addEventListener('statechange', () => look(worker));
    registration.addEventListener('updatefound', () => follow(registration.installing));
    follow(registration.installing);
    look(registration.waiting);
    look(registration.active);
    // Another tab may have taken the new version: this one goes on until its reader wants it.
    if (controlled) workers.addEventListener('controllerchange', () => (asked ? reload() : ((doing[0] = reload), say(UPDATE))));
    addEventListener('visibilitychange', () => document.hidden || registration.update().catch(() => {}));
  }

  function ready(worker) {
    const ask = (question, answer) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        ({ kept, total } = data);
        answer(data);
      };
      worker.postMessage(question, [port2]);
      return () => port1.postMessage(0);
    };
    doing[2] = async () => {
      // The reader has just said that it matters: now is the time to ask for room that stays.
      await navigator.storage.persist?.();
      const { quota, usage } = await navigator.storage.estimate();
      if (quota - usage < total - kept) return say(FAILED);
      say(KEEPING, FAILED);
      doing[3] = ask('keep all', ({ done, failed }) => say(failed ? FAILED : 0, done ? KEEPING : 0));
    };
    ask('how much', () => say(READY));
  }
}

/** Registers the worker where the document may. Trusted Types ask for a policy, and whoever asks in vain is reported: so it is
 * read first whether there may be one. */
async function register(workers) {
  const known = await workers.getRegistration('./');
  if (known) return known;
  let address = './sw.js';
  if (window.trustedTypes) {
    const { headers } = await fetch('./', { method: 'HEAD' });
    const policy = `;${headers.get('content-security-policy') ?? ''}`;
    const [, names] = /[;,]\s*trusted-types\s*([^;,]*)/.exec(policy) ?? [];
    const may = names === undefined || /(^|\s)(baoyan|\*)(\s|$)/.test(names);
    if (!may && policy.includes('require-trusted-types-for')) return undefined;
    if (may) address = trustedTypes.createPolicy('baoyan', { createScriptURL: () => './sw.js' }).createScriptURL('');
  }
  return workers.register(address);
}
