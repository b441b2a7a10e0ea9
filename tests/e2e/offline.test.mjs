// The page without a network: what is kept, how a new version comes, and what happens when either goes wrong.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { part } from './browser.mjs';
import { PAGES, makeSite, tale } from './host.mjs';
import { soon } from './reader.mjs';

/** Until the service worker has all that the page needs. */
const isKept = (page) => page.getByText('断网时也能打开').waitFor();
/** The newer site has fewer articles: one page of the six. */
const newer = () => makeSite('newer', [path.join(PAGES, 'linxi-tea.md'), path.join(PAGES, 'linxi-market.md')]);
const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update()));
const lost = /ERR_CONNECTION|Failed to fetch|Failed to load resource/;

tale('after one visit it opens without a network', { noise: lost }, async ({ page, open, sees }) => {
  const { address, goDown } = await open(await makeSite('site'), { base: '/news/', packed: true });
  await page.goto(address);
  await sees(6);
  await isKept(page);
  await goDown();
  await page.reload();
  await sees(6);
  await page.locator(part('search-input')).fill('茶园');
  await sees(1);
  await page.goto(`${address}?q=${encodeURIComponent('夜市')}`);
  await sees(1);
});

tale('a new version is offered while a tab is open, and comes when the reader wants it', {}, async ({ page, open, sees }) => {
  const host = await open(await makeSite('site'));
  await page.goto(host.address);
  await isKept(page);
  await page.reload();
  await sees(6);
  await page.locator(part('search-input')).fill('县');
  const other = await page.context().newPage();
  await other.goto(host.address);
  await sees(6, other);
  host.folder = await newer();
  await look(page);
  await page.locator(part('update')).waitFor();
  assert.equal(await page.locator(part('search-input')).inputValue(), '县', 'the tab is as it was');
  await page.locator(part('search-input')).fill('');
  await page.locator(part('update')).getByRole('button').click();
  await sees(2);
  await sees(6, other);
  await other.locator(part('update')).getByRole('button').click();
  await sees(2, other);
  const caches = await page.evaluate(async () => (await window.caches.keys()).filter((name) => /^baoyan \/.*(?<!kept)$/.test(name)));
  assert.equal(caches.length, 1, 'the old version is gone');
});

tale('in the middle of a deploy the old version stays whole', { noise: /404/ }, async ({ page, open, sees }) => {
  const host = await open(await makeSite('site'));
  await page.goto(host.address);
  await isKept(page);
  const old = new Set((await readFile(path.join(host.folder, 'sw.js'), 'utf8')).match(/[\w-]+-[0-9a-f]{16}\.\w+/g));
  const before = host.folder;
  // The new document and worker are there; of the files that they name, none, and another archive is.
  host.folder = await newer();
  const index = (await readFile(path.join(host.folder, 'index.html'), 'utf8')).replace(/(start-)[0-9a-f]{16}/g, '$1fedcba9876543210');
  host.instead = (file) => (file === 'index.html' ? Buffer.from(index) : /fedcba/.test(file) ? 404 : undefined);
  await page.reload();
  await page.locator(part('result')).first().waitFor();
  assert.equal(await page.locator(part('error')).count(), 0);
  assert.ok(old.size > 3 && before !== host.folder);
});

tale('an archive that is cut, or that no version names, is not shown: the one that is kept is', {}, async ({ page, open, sees }) => {
  const host = await open(await makeSite('site'));
  await page.goto(host.address);
  await isKept(page);
  const file = 'archive/archive.baoyan';
  const newest = await newer();
  const archives = { cut: (await readFile(path.join(host.folder, file))).subarray(0, 900), early: await readFile(path.join(newest, file)) };
  for (const [name, archive] of Object.entries(archives)) {
    host.instead = (asked) => (asked === file ? archive : undefined);
    await page.reload();
    await sees(6);
    assert.equal(await page.locator(part('error')).count(), 0, name);
  }
  // Once all of the new version is there it is shown at once.
  host.folder = newest;
  host.instead = () => undefined;
  await page.reload();
  await sees(2);
});

tale('a worker whose files do not come whole is not installed', {}, async ({ page, open, sees }) => {
  const host = await open(await makeSite('site'));
  await page.goto(host.address);
  await isKept(page);
  await page.reload();
  host.folder = await newer();
  // The host answers “not found” with its own page and status 200.
  host.instead = (file) => (file === 'archive/archive.baoyan' ? Buffer.from('<!doctype html>') : undefined);
  await look(page).catch(() => {});
  await soon(async () => assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).installing), null));
  assert.equal(await page.locator(part('update')).count(), 0);
  assert.equal(await page.evaluate(async () => (await caches.keys()).filter((name) => /^baoyan \/.*(?<!kept)$/.test(name)).length), 1);
});

tale('while a host answers with errors or with its own page, the copy that is kept is shown', { noise: /50[23]/ }, async ({ page, open, sees }) => {
  const host = await open(await makeSite('site'));
  await page.goto(host.address);
  await isKept(page);
  for (const answer of [503, Buffer.from('<!doctype html><title>维护中</title>')]) {
    host.instead = (file) => (/^archive|^app|^start/.test(file) || (answer === 503 && file === 'index.html') ? answer : undefined);
    await page.reload();
    await sees(6);
  }
  // Where there is no copy the host's own answer is shown.
  host.instead = (file) => (file === 'articles/none.html' ? 503 : undefined);
  assert.equal((await page.goto(`${host.address}articles/none.html`)).status(), 503);
});

tale('a poisoned cache heals', {}, async ({ page, open, sees }) => {
  const { address } = await open(await makeSite('site'));
  await page.goto(address);
  await isKept(page);
  const poisoned = await page.evaluate(async () => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!/\.(js|bin|css)$/.test(request.url)) continue;
        await cache.put(request, new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
        count++;
      }
    }
    return count;
  });
  assert.ok(poisoned > 3);
  await page.reload();
  await sees(6);
  await page.reload();
  await sees(6);
});

tale('where nothing may be stored the page works, and complains to nobody', {}, async ({ page, open, sees }) => {
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const [owner, name] of [[window, 'caches'], [window, 'localStorage'], [Navigator.prototype, 'serviceWorker'], [Navigator.prototype, 'storage']]) {
      Object.defineProperty(owner, name, { get: deny });
    }
  });
  const { address } = await open(await makeSite('site'));
  await page.goto(address);
  await sees(6);
  await page.waitForTimeout(1_500);
});

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types";

tale("a policy that allows no Trusted Types policy has no worker, and no report", {}, async ({ page, open, sees }) => {
  const { address } = await open(await makeSite('site'), { headers: { 'content-security-policy': `${STRICT} 'none'` } });
  await page.goto(address);
  await sees(6);
  await page.waitForTimeout(2_000);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});

tale("a policy that allows Trusted Types policy “baoyan” works without a network", { noise: lost }, async ({ page, open, sees }) => {
  const { address, goDown } = await open(await makeSite('site'), { headers: { 'content-security-policy': `${STRICT} baoyan` } });
  await page.goto(address);
  await sees(6);
  await isKept(page);
  await goDown();
  await page.reload();
  await sees(6);
});

tale('all of a large archive is kept when the reader asks for it', { noise: lost }, async ({ page, open, sees }) => {
  const host = await open(await makeSite('site'));
  const worker = (await readFile(path.join(host.folder, 'sw.js'), 'utf8')).replace(/(\["archive\/archive\.baoyan",[^\]]*)true\]/, '$1false]');
  host.instead = (file) => (file === 'sw.js' ? Buffer.from(worker) : undefined);
  await page.goto(host.address);
  await isKept(page);
  await page.getByRole('button', { name: /全部存到本机/ }).click();
  // Neither to be begun nor to be stopped: it is done.
  await soon(async () => assert.equal(await page.locator(part('offline')).getByRole('button').count(), 0));
  assert.equal(await page.getByText('没有存下').count(), 0);
  await host.goDown();
  await page.reload();
  await sees(6);
});

tale('keeping all of it shows how far it is, and stops when the reader says so', {}, async ({ page, open }) => {
  const host = await open(await makeSite('site'));
  const later = ['archive/archive.baoyan', 'icons/icon-192.png', 'icons/icon-512.png'];
  const list = (await readFile(path.join(host.folder, 'sw.js'), 'utf8')).replace(/\["([^"]+)",[^\]]*\]/g, (entry, file) =>
    later.includes(file) ? entry.replace(/true\]$/, 'false]') : entry,
  );
  let release;
  const held = new Promise((resolve) => (release = resolve));
  let holds = false;
  host.instead = async (file) => {
    if (file === 'sw.js') return Buffer.from(list);
    if (holds && file === later[1]) await held;
    return undefined;
  };
  await page.goto(host.address);
  await isKept(page);
  const offline = page.locator(part('offline'));
  const keep = offline.getByRole('button', { name: /全部存到本机/ });
  await keep.waitFor();
  holds = true;
  await keep.click();
  await offline.getByRole('button', { name: '取消' }).click();
  release();
  await keep.waitFor();
  assert.equal(await page.getByText('没有存下').count(), 0, 'to stop is not to fail');
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.endsWith('kept')));
    return (await cache.keys()).map(({ url }) => new URL(url).pathname.slice(1));
  });
  assert.ok(!kept.includes(later[2]), 'what came after is not fetched');
});

tale('the browser’s offer to install becomes a button, once', {}, async ({ page, open, sees }) => {
  const { address } = await open(await makeSite('site'));
  await page.goto(address);
  await sees(6);
  const held = await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    offer.prompt = () => (window.prompted = (window.prompted ?? 0) + 1);
    dispatchEvent(offer);
    return offer.defaultPrevented;
  });
  assert.ok(held, 'nothing pops up by itself');
  const install = page.getByRole('button', { name: '安装到设备' });
  await install.click();
  await soon(async () => assert.equal(await install.count(), 0));
  assert.equal(await page.evaluate(() => window.prompted), 1);
});

tale('what another app shares is searched for; the shortcut leads to the search box', {}, async ({ page, open, sees }) => {
  const { address } = await open(await makeSite('site'));
  await page.goto(address);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
  const { action, method, params } = manifest.share_target;
  assert.equal(method, 'GET');
  await page.goto(`${new URL(action, address)}?${new URLSearchParams({ [params.text]: '茶园' })}`);
  await sees(1);
  await page.goto('about:blank');
  await page.goto(new URL(manifest.shortcuts[0].url, address).href);
  await sees(6);
  await soon(async () => assert.equal(await page.evaluate(() => document.querySelector('baoyan-archive').shadowRoot.activeElement?.dataset.baoyan), 'search-input'));
});
