// An archive whose files are fetched by need: how little is fetched, in how few rounds, what is said while it comes and when it does
// not, and how it is kept for later.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { part } from './browser.mjs';
import { makeSite, tale } from './host.mjs';
import { figure, soon } from './reader.mjs';

const ARTICLES = 500;
const PART = /^archive\/[0-9a-f]{16}\//;

/** Over 2 MB of made-up news: sentences put together from parts, each article with a word of its own. */
function news() {
  const [who, what, where] = ['云溪县|临汐县|北山区|青禾市', '清理河道|修缮书屋|种植茶园|开办夜市|培训护工|整治街巷', '六条|三处|两百亩|十余家|四十名'].map((all) => all.split('|'));
  let seed = 7;
  const pick = (all) => all[(seed = (seed * 48_271) % 2_147_483_647) % all.length];
  const sentence = () => `${pick(who)}${pick(what)}${pick(where)}，${pick(who)}也${pick(what)}${pick(where)}。`;
  const article = (number) => ({
    id: `n${number}`,
    title: `${pick(who)}${pick(what)}之${number}`,
    date: `2024-${String(1 + Math.floor(number / 42)).padStart(2, '0')}-05`,
    reporters: [`林${'青蓝紫'[number % 3]}`],
    body: `${Array.from({ length: 75 }, sentence).join('')}编号甲${String.fromCodePoint(0x5000 + number)}乙。`,
  });
  return Array.from({ length: ARTICLES }, (_, number) => JSON.stringify(article(number))).join('\n');
}

/** The word that only this article has. */
const word = (number) => `甲${String.fromCodePoint(0x5000 + number)}乙`;

let scratch;
let site;
before(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'baoyan-news-'));
  await writeFile(path.join(scratch, 'news.jsonl'), news());
  site = await makeSite('by-need', [path.join(scratch, 'news.jsonl')]);
});
after(() => rm(scratch, { recursive: true }));

/**
 * A host of the site that takes its time, and knows which parts were asked for. What `damage(bytes)` gives is sent instead of a part.
 */
async function counting(open) {
  const told = { files: [], damage: undefined };
  const host = await open(site, {
    instead: async (file) => {
      if (!PART.test(file)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 60));
      const bytes = await readFile(path.join(site, file));
      told.files.push(file);
      return told.damage ? told.damage(bytes) : bytes;
    },
  });
  return Object.assign(told, host);
}

/** Notes in the page when how many hits are first shown. */
const noting = (page) =>
  page.addInitScript(() => {
    window.shown = new Map();
    const look = () => {
      const count = document.querySelector('baoyan-archive')?.shadowRoot?.querySelectorAll('[data-baoyan=result]').length;
      if (!shown.has(count)) shown.set(count, performance.now());
      requestAnimationFrame(look);
    };
    look();
  });

/** The parts that had come when so many hits were first shown, after a time: in how many rounds one after the other, and the bytes. */
const fetched = (page, count, since) =>
  page.evaluate(
    ([count, since]) => {
      const parts = performance.getEntriesByType('resource').filter(({ name }) => /\/archive\/[0-9a-f]{16}\//.test(name));
      let [rounds, bytes, end] = [0, 0, 0];
      for (const { startTime, responseEnd, decodedBodySize } of parts) {
        if (startTime < since || responseEnd > shown.get(count)) continue;
        if (startTime >= end) rounds++;
        end = Math.max(end, responseEnd);
        bytes += decodedBodySize;
      }
      return { rounds, bytes };
    },
    [count, since],
  );

const box = (page) => page.locator(part('search-input'));
const error = (page) => page.locator(part('error'));
const isCounted = (page) => page.locator('nav.facets:not([aria-busy])').waitFor();
const alone = { context: { serviceWorkers: 'block' }, noise: /[Ss]ervice [Ww]orker/ };

tale('a first answer and a further one take few rounds and few bytes, and no file twice', alone, async ({ page, open, sees }) => {
  const host = await counting(open);
  await noting(page);
  await page.goto(host.address);
  await sees(20);
  await isCounted(page);
  const first = await fetched(page, 20, 0);
  const entry = (await readFile(path.join(site, 'archive/archive.baoyan'))).length;
  assert.ok(first.rounds >= 1 && first.rounds <= 2 && first.bytes + entry < 120_000, `${first.rounds} rounds, ${first.bytes + entry} bytes`);
  const before = await page.evaluate(() => performance.now());
  await box(page).fill(word(77));
  await sees(1);
  await isCounted(page);
  const further = await fetched(page, 1, before);
  assert.ok(further.rounds >= 1 && further.rounds <= 2 && further.bytes < 40_000, `${further.rounds} rounds, ${further.bytes} bytes`);
  await box(page).fill(`${word(300)} 茶园`);
  await sees(1);
  await isCounted(page);
  assert.equal(new Set(host.files).size, host.files.length, 'a file is fetched twice');
  figure(`by need: ${first.rounds + 1} rounds and ${first.bytes + entry} bytes for the first page, ${further.rounds} and ${further.bytes} for a further query`);
});

tale('a link to a search fetches no text but that of its answer', alone, async ({ page, open, sees }) => {
  const host = await counting(open);
  await noting(page);
  await page.goto(`${host.address}?q=${word(77)}`);
  await sees(1);
  await isCounted(page);
  const { rounds, bytes } = await fetched(page, 1, 0);
  assert.ok(rounds >= 1 && rounds <= 2 && bytes < 16_000, `${rounds} rounds, ${bytes} bytes`);
});

tale('the names of by-lines are fetched for those who unfold them', alone, async ({ page, open, sees }) => {
  const host = await counting(open);
  await page.goto(host.address);
  await sees(20);
  await isCounted(page);
  const before = host.files.length;
  const names = page.locator(`${part('facet')}[data-key=记者]`);
  assert.equal(await names.count(), 0);
  await page.getByText('栏目 · 记者').click();
  await names.first().waitFor();
  const counts = await names.evaluateAll((all) => all.map((name) => [name.dataset.value, name.querySelector('.count').textContent]));
  assert.deepEqual(new Map(counts), new Map([['林青', '167'], ['林蓝', '167'], ['林紫', '166']]));
  assert.ok(host.files.length > before);
  await names.first().click();
  await soon(async () => assert.match(await page.locator(part('status')).first().innerText(), /^167篇/));
  assert.equal(await page.locator(`${part('facet')}[aria-pressed=true]`).getAttribute('data-value'), counts[0][0]);
});

tale('keys that come fast fetch nothing in vain, and the last query is answered', alone, async ({ page, open, sees }) => {
  const host = await counting(open);
  await page.goto(host.address);
  await sees(20);
  await isCounted(page);
  await box(page).click();
  const before = host.files.length;
  for (const key of '云溪县清理河道六条') {
    await page.keyboard.insertText(key);
    await page.waitForTimeout(20);
  }
  assert.ok(host.files.length - before <= 1, `${host.files.length - before} files while typing`);
  await soon(async () => assert.match(await page.locator(part('status')).first().innerText(), /^\d+篇/));
  await box(page).fill(word(8));
  await sees(1);
});

const HTML = Buffer.from('<!doctype html><p>没有这一页');
const damages = {
  'is missing': () => 404,
  'is a page that says there is none': () => HTML,
  'is cut': (bytes) => bytes.subarray(0, bytes.length / 2),
  'has a flipped bit': (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 16 : byte))),
};

for (const [number, [what, damage]] of Object.entries(damages).entries()) {
  tale(`a part that ${what}: the page says so, shows nothing wrong, and goes on by itself`, { ...alone, noise: /404|Failed to load|[Ss]ervice [Ww]orker/ }, async ({ page, open, sees }) => {
    const host = await counting(open);
    await page.goto(host.address);
    await sees(20);
    await isCounted(page);
    host.damage = damage;
    await box(page).fill(word(100 + number));
    await error(page).waitFor();
    assert.match(await error(page).getAttribute('data-code'), number === 0 ? /^network$/ : /^integrity$/);
    assert.equal(await page.locator(part('result')).count(), 0);
    assert.match(await error(page).innerText(), /缺了档案的一部分[^]*自动再试/);
    // What is there already is still answered.
    await box(page).fill('');
    await sees(20);
    await box(page).fill(word(110 + number));
    await error(page).waitFor();
    host.damage = undefined;
    await sees(1);
    await soon(async () => assert.equal(await error(page).count(), 0));
  });
}

tale('what was used is there without a network, and all of it where the reader wants it', { noise: /ERR_|Failed to (fetch|load)/ }, async ({ page, open, sees }) => {
  const host = await counting(open);
  await page.goto(host.address);
  await sees(20);
  await page.getByText('断网时也能打开').waitFor();
  await page.reload();
  await sees(20);
  await box(page).fill(word(5));
  await sees(1);
  await isCounted(page);
  // A copy that went bad is found and replaced.
  const healed = await page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.endsWith('kept'));
    const cache = await caches.open(name);
    const parts = (await cache.keys()).filter(({ url }) => /archive\/[0-9a-f]{16}\//.test(url));
    for (const part of parts) await cache.put(part, new Response(new Uint8Array(9)));
    return parts.length;
  });
  assert.ok(healed > 20, `${healed} parts are kept`);
  await page.reload();
  await sees(1);
  await isCounted(page);
  await page.getByRole('button', { name: '全部存到本机' }).click();
  await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached', timeout: 60_000 });
  await host.goDown();
  await page.reload();
  await sees(1);
  await box(page).fill(word(400));
  await sees(1);
});
