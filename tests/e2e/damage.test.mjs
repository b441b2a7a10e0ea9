// Every file of an archive, damaged in every way: the page has the right answers or says that something is wrong, and is
// whole again as soon as the file is.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DIST, STORIES, figure, soon, story } from './reader.mjs';

const FILES = readdirSync(STORIES, { recursive: true }).filter((file) => statSync(path.join(STORIES, file)).isFile());
const FLIPS = Number(process.env.BAOYAN_FLIPS ?? 200);
const QUERIES = ['', '茶园', '问题 县里', '县:云溪县', '“晚霞课堂”', '年:2024', 'chayuan', '书屋 -夜市'];
const CODES = ['network', 'integrity', 'version', 'corrupt', 'unsupported'];
const NOISE = /404|Failed to load resource/;
const HTML = Buffer.from('<!doctype html><html lang="zh-CN"><title>没有这一页</title><p>没有这一页</p></html>');

const flipped = (bytes, bit) => {
  const damaged = Buffer.from(bytes);
  damaged[bit >> 3] ^= 1 << (bit & 7);
  return damaged;
};

/** Ways to damage a file, beside flipped bits. */
function damages(file, bytes) {
  const other = FILES.find((name) => name !== file);
  const swapped = other ? readFileSync(path.join(STORIES, other)) : Buffer.from(bytes).reverse();
  return {
    'is missing': () => Promise.reject(new Error('no such file')),
    'is empty': () => Buffer.alloc(0),
    'is cut in half': () => bytes.subarray(0, bytes.length / 2),
    'lacks its last byte': () => bytes.subarray(0, -1),
    'has a byte too many': () => Buffer.concat([bytes, Buffer.alloc(1)]),
    'is swapped with another': () => swapped,
    'is of another version': () => Buffer.concat([bytes.subarray(0, 8), Buffer.from([2, 0]), bytes.subarray(10)]),
    'is a page that says there is none': () => HTML,
  };
}

/** What an archive answers to each query, or the code of the error that it refuses with. */
const answers = (page) =>
  page.evaluate(async (queries) => {
    const told = [];
    try {
      const archive = await window.baoyan.open('archive/');
      for (const query of queries) {
        const { total, hits, facets } = await archive.search(query, { limit: 100 });
        told.push(JSON.stringify([total, hits.map(({ id, title, snippet }) => [id, title, snippet]), facets, await archive.stats(query)]));
      }
    } catch (error) {
      return error.code ?? String(error);
    }
    return told;
  }, QUERIES);

for (const file of FILES) {
  const whole = readFileSync(path.join(STORIES, file));
  let damage = () => whole;
  const archive = (bytes, name) => (name === `archive/${file}` ? damage() : bytes);

  story(`${file}: no damage gives a wrong answer or ends the session`, { archive, noise: NOISE }, async (reader) => {
    const { page } = reader;
    await reader.seesResults(6);
    const right = await answers(page);
    assert.equal(right.length, QUERIES.length, right);
    const refused = new Map();
    const attempt = async (what, change) => {
      damage = change;
      const told = await answers(page);
      if (typeof told === 'string') {
        assert.ok(CODES.includes(told), `${what}: ${told}`);
        refused.set(told, 1 + (refused.get(told) ?? 0));
      } else {
        assert.deepEqual(told, right, `${what}: a wrong answer without a word`);
      }
      return told;
    };
    for (const [what, change] of Object.entries(damages(file, whole))) await attempt(what, change);
    for (let flip = 0; flip < FLIPS; flip++) {
      // Spread over the whole file, and over the bits of a byte.
      const bit = Math.floor(((flip + 0.5) / FLIPS) * whole.length) * 8 + (flip % 8);
      const told = await attempt(`bit ${bit} flipped`, () => flipped(whole, bit));
      assert.equal(typeof told, 'string', `bit ${bit} flipped: not found`);
    }
    damage = () => whole;
    assert.deepEqual(await answers(page), right, 'whole again, it answers again');
    figure(`${file}: ${FLIPS} flipped bits and ${Object.keys(damages(file, whole)).length} other damages, 0 silent, 0 dead`);
  });

  for (const [what, change] of Object.entries(damages(file, whole))) {
    story(`${file} ${what}: the page says so, and opens when it is whole`, { archive, noise: NOISE }, async (reader) => {
      damage = change;
      await reader.page.reload();
      await reader.part('error').waitFor();
      assert.ok(CODES.includes(await reader.part('error').getAttribute('data-code')));
      assert.equal(await reader.results.count(), 0);
      damage = () => whole;
      await reader.part('error').getByRole('button').click();
      await reader.seesResults(6);
    });
  }
}

// The page's own files. What the browser refuses for its checksum is as good as missing.
for (const file of readdirSync(DIST, { recursive: true }).filter((name) => /\.(js|bin|css|svg)$/.test(name))) {
  const needed = /^app-/.test(file);
  let change = null;
  const instead = (name) => (change && name === file ? change(readFileSync(path.join(DIST, file))) : undefined);
  const noise = /404|Failed to (load|fetch)|integrity|MIME type|altered or cut|answered|dynamically imported|SyntaxError/;
  story(`${file} damaged: the page says so, and works once it is whole`, { instead, noise }, async (reader) => {
    await reader.seesResults(6);
    for (const damage of [() => Promise.reject(new Error()), (bytes) => flipped(bytes, 4 * bytes.length), harmless, (bytes) => bytes.subarray(0, bytes.length / 2), () => HTML]) {
      change = damage;
      await forgotten(reader.page);
      await reader.page.reload();
      // What comes after the engine's last byte is not taken.
      const matters = needed && !(damage === harmless && /bin$/.test(file));
      if (matters) await soon(async () => assert.match(await reader.page.locator('.opening').innerText(), /没有完整送到|刷新/));
      else await reader.seesResults(6);
      change = null;
      if (!/bin$/.test(file)) await reader.page.reload();
      await reader.seesResults(6);
    }
  });
}

/** The browser no longer has what the engine's file unpacked to. */
const forgotten = (page) => page.evaluate(() => caches.delete('baoyan-engine'));

{
  const [engine] = readdirSync(DIST).filter((name) => name.endsWith('.bin'));
  let isGone = false;
  const instead = (name) => (isGone && name === engine ? Promise.reject(new Error()) : undefined);
  story('what the engine unpacks to is kept for the next visit, and held against its sum', { instead, noise: /404|Failed to (load|fetch)/ }, async (reader) => {
    const { page } = reader;
    const kept = () => page.evaluate(async () => (await (await caches.open('baoyan-engine')).keys()).length);
    await reader.seesResults(6);
    await soon(async () => assert.equal(await kept(), 1));
    isGone = true;
    await page.reload();
    await reader.seesResults(6);
    await page.evaluate(async () => {
      const cache = await caches.open('baoyan-engine');
      const [request] = await cache.keys();
      const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
      bytes[bytes.length >> 1] ^= 1;
      await cache.put(request, new Response(bytes));
    });
    await page.reload();
    await soon(async () => assert.match(await page.locator('.opening').innerText(), /没有完整送到/));
    isGone = false;
    await reader.seesResults(6);
    assert.equal(await kept(), 1);
  });
}

/** What would run as it did before: only a checksum tells. */
function harmless(bytes) {
  return Buffer.concat([bytes, Buffer.from('\n')]);
}

story('a server that is away for ten seconds is waited for', { archive: (bytes) => (away() ? Promise.reject(new Error()) : bytes), noise: NOISE }, async (reader) => {
  const { page } = reader;
  await reader.seesResults(6);
  const start = Date.now();
  gone = start + 10_000;
  asked = 0;
  await page.reload();
  await reader.part('error').waitFor();
  assert.match(await reader.part('error').innerText(), /自动再试/);
  await page.waitForFunction(() => document.querySelector('baoyan-archive').shadowRoot.querySelector('[data-baoyan="result"]'), null, { timeout: 20_000 });
  assert.ok(Date.now() - start > 9_000);
  assert.ok(asked >= 3 && asked <= 6, `asked ${asked} times: it backs off`);
  figure(`a server away for 10 s is asked ${asked} times`);
});

let gone = 0;
let asked = 0;
function away() {
  asked++;
  return Date.now() < gone;
}

story('what failed while offline is fetched as soon as there is a connection', { archive: (bytes) => bytes, noise: /ERR_INTERNET_DISCONNECTED|Failed to load/ }, async (reader) => {
  const { page } = reader;
  await reader.seesResults(6);
  await page.context().setOffline(true);
  await page.evaluate(() => document.querySelector('baoyan-archive').setAttribute('src', './archive'));
  await reader.part('error').waitFor();
  assert.equal(await reader.part('error').getAttribute('data-code'), 'network');
  // The third attempt: the next is four seconds away.
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  const start = Date.now();
  await page.context().setOffline(false);
  await reader.seesResults(6);
  assert.ok(Date.now() - start < 2_000, `${Date.now() - start} ms`);
  figure(`${Date.now() - start} ms from the connection to the answer`);
});

// Old page, new archive: the page is told by the version. New page, old archive: the same, with a lower number.
for (const version of [0, 2]) {
  const archive = (bytes) => Buffer.concat([bytes.subarray(0, 8), Buffer.from([version, 0]), bytes.subarray(10)]);
  story(`an archive of version ${version} asks for a reload, once, and is not asked for again and again`, { archive }, async (reader) => {
    await reader.part('error').waitFor();
    assert.equal(await reader.part('error').getAttribute('data-code'), 'version');
    assert.match(await reader.part('error').innerText(), /刷新/);
    let more = 0;
    reader.page.on('request', (request) => (more += request.url().includes('/archive/')));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    assert.equal(more, 0);
  });
}

story('an archive too large for a page is refused before it is loaded, and the page says why', { archive: () => Buffer.alloc(65_000_000) }, async (reader) => {
  await reader.part('error').waitFor();
  assert.equal(await reader.part('error').getAttribute('data-code'), 'unsupported');
  assert.match(await reader.part('error').innerText(), /64 MB/);
});
