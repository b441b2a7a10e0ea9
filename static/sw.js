// The service worker: the page works without a network after one visit. The build puts the list of files into its first line.
//
// All that the page needs is installed at once or not at all, each file held against its digest. The document is asked of the
// network first and taken from there only when all that it names can be had; files whose names carry their digest are taken
// from the cache first, and looked at again each time. What is fetched of an archive by need is kept as it is used: its name
// says what is in it, and whoever reads it holds it against a checksum, and asks past all caches for what is wrong. A new version
// waits until the reader asks for it.

const SITE = { build: '', files: [], groups: [] };

const ROOT = new URL(registration.scope);
const OURS = `baoyan ${ROOT.pathname} `;
const SHELL = OURS + SITE.build;
const KEPT = `${OURS}kept`;
const PATIENCE = 5_000;
const NAMED = /-([0-9a-f]{16})\.\w+$/;
const PART = /^archive\/([0-9a-f]{16})\/[0-9a-f]+$/;
/** So many parts, which are small, are kept at once where all are wanted. */
const AT_ONCE = 8;

const files = SITE.files.map(([path, digest, bytes, needed]) => ({ path, digest, bytes, needed }));
const known = new Map(files.map((file) => [file.path, file]));
const address = (path) => new URL(path || './', ROOT).href;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(clean()));
addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
  if (event.data === 'keep all') event.waitUntil(keepAll(event.ports[0]));
  if (event.data === 'how much') event.waitUntil(howMuch(event.ports[0]));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || request.headers.has('range') || !url.href.startsWith(ROOT.href)) return;
  const path = decodeURI(url.pathname.slice(ROOT.pathname.length)).replace(/^index\.html$/, '');
  if (path === 'sw.js') return;
  if (PART.test(path) && request.cache === 'reload') return event.respondWith(anew(request, path));
  event.respondWith(NAMED.test(path) || PART.test(path) ? byName(path) : fromNetwork(event, path));
});

async function install() {
  const cache = await caches.open(SHELL);
  try {
    await Promise.all(files.filter(({ needed }) => needed).map(async (file) => cache.put(address(file.path), await obtain(file.path))));
  } catch (error) {
    await caches.delete(SHELL);
    throw error;
  }
}

async function clean() {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && ![SHELL, KEPT].includes(name)) await caches.delete(name);
  const kept = await caches.open(KEPT);
  for (const request of await kept.keys()) {
    const path = request.url.slice(ROOT.href.length);
    const [, group] = PART.exec(path) ?? [];
    const isGone = group ? !SITE.groups.some(([name]) => name === group) : NAMED.test(path) && !known.has(path);
    if (isGone) await kept.delete(request);
  }
}

/** A good copy of a file: one that is kept already, by this version or another, else one from the network. */
async function obtain(path) {
  if (path) {
    for (const name of await caches.keys()) {
      if (!name.startsWith(OURS)) continue;
      const response = await (await caches.open(name)).match(address(path));
      const copy = response && (await checked(path, response).catch(() => null));
      if (copy) return copy;
    }
  }
  return checked(path, await fetch(address(path), { cache: 'no-cache' }));
}

/** The response, read and found to be the file that it should be; throws when it is another. */
async function checked(path, response) {
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  refusePage(path, response);
  const bytes = await response.arrayBuffer();
  const { digest } = known.get(path) ?? {};
  const wanted = digest || (path.startsWith('archive/') ? '' : NAMED.exec(path)?.[1]) || '';
  if (path === '') {
    const document = new TextDecoder().decode(bytes);
    if (!document.includes(`content="${SITE.build}"`)) throw new Error('the document is of another build');
  } else if (wanted) {
    const digest = await digestOf(bytes);
    if (!digest.startsWith(wanted)) throw new Error(`${path}: its digest is ${digest}, not ${wanted}`);
  }
  const headers = new Headers(response.headers);
  // What is stored is no longer packed.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(bytes, { headers });
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Throws where a file is neither of this version nor of the one that the host has now: it is on its way there, or cut. */
async function refuseHalf(path, response) {
  const bytes = await response.arrayBuffer();
  const digest = (await digestOf(bytes)).slice(0, known.get(path).digest.length);
  if (digest === known.get(path).digest) return;
  const worker = await (await fetch(address('sw.js'), { cache: 'no-cache' })).text();
  if (!worker.includes(`["${path}","${digest}"`)) throw new Error(`${path} is of no version that is whole`);
}

/** Throws where a server answers with a page instead of “not found”. */
function refusePage(path, response) {
  const isPage = (response.headers.get('content-type') ?? '').includes('html');
  if (isPage && /[^/]$/.test(path) && !path.endsWith('.html')) throw new Error(`${path}: the server answered with a page`);
}

/** Keeps a response; without room for it the page goes on without. */
async function put(name, path, response) {
  await caches
    .open(name)
    .then((cache) => cache.put(address(path), response.clone()))
    .catch(() => {});
  return response;
}

async function cached(path) {
  for (const name of [SHELL, KEPT]) {
    const cache = await caches.open(name);
    const response = await cache.match(address(path));
    if (!response) continue;
    const good = await checked(path, response).catch(() => null);
    if (good) return good;
    await cache.delete(address(path));
  }
  return undefined;
}

/** A file that carries its digest in its name: whoever has it has the right one. */
async function byName(path) {
  const have = await cached(path).catch(() => undefined);
  if (have) return have;
  try {
    return await put(known.get(path)?.needed ? SHELL : KEPT, path, await obtain(path));
  } catch {
    return fetch(address(path), { cache: 'reload' });
  }
}

/** A part that was not what it should be: a new copy takes the place of the one that is kept. */
async function anew(request, path) {
  const response = await fetch(request);
  return response.ok ? put(KEPT, path, response) : response;
}

/** The network's answer where it comes soon and can be used; else the copy that is kept; else whatever the network says. */
async function fromNetwork(event, path) {
  const answer = fetch(event.request);
  const fitting = answer.then((response) => fit(event, path, response));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const soon = await Promise.race([fitting, late]).catch(() => undefined);
  // Slow is not gone: without a copy there is nothing but to wait.
  return soon ?? (await cached(path).catch(() => undefined)) ?? fitting.catch(() => answer);
}

/** The network's answer if it can be used, kept for later if the page does not have it anyway. */
async function fit(event, path, response) {
  // What a navigation is redirected to is the browser's to follow.
  if (response.type === 'opaqueredirect') return response;
  const file = known.get(path);
  if (file && !response.ok) throw new Error(`the server answered ${response.status}`);
  if (path === '') {
    const names = [...(await response.clone().text()).matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name);
    // In the middle of a deploy the new document may be there before its files.
    await Promise.all(names.filter((name) => NAMED.test(name)).map(async (name) => checked(name, await byName(name))));
  } else if (file?.needed) {
    await refuseHalf(path, response.clone());
  } else if (response.ok && !response.redirected) {
    const copy = checked(path, response.clone()).then((copy) => put(KEPT, path, copy));
    event.waitUntil(copy.catch(() => {}));
  }
  return response;
}

/** What is kept only where the reader asks for it, or as it is used. Of a group the files count alike. */
const rest = () => [
  ...files.filter(({ needed }) => !needed),
  ...SITE.groups.flatMap(([group, count, bytes]) =>
    Array.from({ length: count }, (_, number) => ({ path: `archive/${group}/${number.toString(16)}`, bytes: bytes / count })),
  ),
];
const sum = (all) => Math.round(all.reduce((bytes, file) => bytes + file.bytes, 0));

/** Those of the rest that are kept, and those that are not. */
async function divided() {
  const requests = await (await caches.open(KEPT)).keys();
  const kept = new Set(requests.map(({ url }) => url));
  const has = ({ path }) => kept.has(address(path));
  return [rest().filter(has), rest().filter((file) => !has(file))];
}

async function howMuch(port) {
  const [kept] = await divided();
  port.postMessage({ kept: sum(kept), total: sum(rest()) });
}

/** Keeps all that is not kept yet; says how far it has come, and stops when it is told anything. */
async function keepAll(port) {
  let stopped = false;
  port.onmessage = () => (stopped = true);
  const total = sum(rest());
  let kept = 0;
  try {
    const cache = await caches.open(KEPT);
    const all = rest();
    while (all.length > 0 && !stopped) {
      const some = all.splice(0, PART.test(all[0].path) ? AT_ONCE : 1);
      const keep = async ({ path }) => (await cached(path)) ?? cache.put(address(path), await obtain(path));
      await Promise.all(some.map(keep));
      kept += sum(some);
      port.postMessage({ kept, total });
    }
    port.postMessage({ kept, total, done: true });
  } catch (error) {
    port.postMessage({ kept, total, done: true, failed: String(error) });
  }
}
