// The engine stops in the middle of something: the reader goes on where they were, or is told that it is over.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { part } from './browser.mjs';
import { DIST, figure, keepInstances, soon, story } from './reader.mjs';

/** Spoils the memory of the instance that runs: whatever it does next traps, as after an error of its own. */
const spoil = (page) =>
  page.evaluate(() => new Uint8Array(window.instances.at(-1).exports.memory.buffer).fill(0xff));

const NOISE = /panicked|memory access out of bounds|unreachable|RuntimeError|null function|table index/;
const options = { before: keepInstances, noise: NOISE };

const WANTED = '?q=' + encodeURIComponent('县:云溪县') + '&sort=oldest';

story('an engine that stops is replaced: same query, filters, order and place, within a second', { ...options, at: WANTED, width: 340 }, async (reader) => {
  const { page } = reader;
  await soon(async () => assert.ok((await reader.results.count()) > 1));
  const titles = await reader.titles();
  await page.evaluate(() => scrollTo(0, 200));
  const before = await page.evaluate(() => [scrollY, location.href]);
  assert.equal(before[0], 200);
  for (const times of [1, 2, 3]) {
    await spoil(page);
    const start = Date.now();
    // A key that the page listens to reaches the engine.
    await page.keyboard.press('Escape');
    await soon(async () => assert.equal(await page.evaluate(() => window.instances.length), 1 + times));
    await reader.seesTitles(titles);
    assert.ok(Date.now() - start < 1000, `it took ${Date.now() - start} ms`);
    figure(`back in ${Date.now() - start} ms`);
    assert.equal(await reader.box.inputValue(), '县:云溪县');
    await soon(async () => assert.deepEqual(await page.evaluate(() => [scrollY, location.href]), before));
  }
  // It is not only drawn: it answers, as the first one did.
  await reader.search('渠行动');
  await reader.seesTitles(['云溪县：清渠行动让河水变清']);
  assert.equal((await page.evaluate(async () => (await (await window.baoyan.open('archive/')).search('')).total)), 6);
});

story('what is typed into an engine that stops is answered by the next', options, async (reader) => {
  await reader.seesResults(6);
  await reader.box.click();
  await reader.page.keyboard.insertText('茶');
  await reader.seesResults(1);
  await spoil(reader.page);
  await reader.page.keyboard.insertText('园');
  await reader.seesTitles(['临汐茶农有了新帮手']);
  assert.equal(await reader.box.inputValue(), '茶园');
  await reader.page.keyboard.insertText('里');
  assert.equal(await reader.box.inputValue(), '茶园里');
  await soon(async () => assert.ok(decodeURIComponent(reader.page.url()).includes('茶园里')));
});

story('an article that was open is open again', options, async (reader) => {
  await reader.search('茶园');
  await reader.part('result-title').click();
  const text = await reader.part('article').innerText();
  await spoil(reader.page);
  await reader.page.keyboard.press('Escape');
  await soon(async () => assert.equal(await reader.page.evaluate(() => window.instances.length), 2));
  await soon(async () => assert.equal(await reader.part('article').innerText(), text));
});

story('after the third replacement the page says that it is over, and nothing of it is half alive', options, async (reader) => {
  const { page } = reader;
  for (const times of [1, 2, 3, 4]) {
    await reader.seesResults(6);
    await spoil(page);
    await page.keyboard.press('Escape');
    if (times < 4) await soon(async () => assert.equal(await page.evaluate(() => window.instances.length), 1 + times));
  }
  await soon(async () => assert.match(await page.locator('.opening').innerText(), /请刷新/));
  assert.equal(await page.locator(part('search-input')).count(), 0);
  const refused = await page.evaluate(() => window.baoyan.open('archive/').catch((error) => error.code));
  assert.equal(refused, 'unsupported');
});

story('an exception of the page that runs through the engine stops it as well', options, async (reader) => {
  await reader.seesResults(6);
  await reader.page.evaluate(() => {
    const { replaceChild, appendChild, insertBefore } = Node.prototype;
    let once = true;
    const failing = (real) => function (...given) {
      if (!once) return real.apply(this, given);
      once = false;
      throw new Error('unreachable: injected');
    };
    Object.assign(Node.prototype, { replaceChild: failing(replaceChild), appendChild: failing(appendChild), insertBefore: failing(insertBefore) });
  });
  await reader.search('茶园');
  await reader.seesTitles(['临汐茶农有了新帮手']);
});

story('two elements of a document are both drawn again', { ...options, instead: twice }, async (reader) => {
  const { page } = reader;
  const boxes = reader.box;
  await soon(async () => assert.equal(await boxes.count(), 2));
  await boxes.nth(0).fill('茶园');
  await boxes.nth(1).fill('书屋');
  await soon(async () => assert.deepEqual((await reader.titles()).sort(), ['临汐茶农有了新帮手', '北山区的街角书屋']));
  await spoil(page);
  await page.keyboard.press('Escape');
  await soon(async () => assert.equal(await page.evaluate(() => window.instances.length), 2));
  await soon(async () => assert.deepEqual((await reader.titles()).sort(), ['临汐茶农有了新帮手', '北山区的街角书屋']));
  assert.deepEqual([await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()], ['茶园', '书屋']);
});

async function twice(file) {
  if (file !== 'index.html') return undefined;
  const page = await readFile(path.join(DIST, file), 'utf8');
  const [element] = page.match(/<baoyan-archive[^]*<\/baoyan-archive>/);
  return Buffer.from(page.replace(element, element.repeat(2)).replace(/<baoyan-archive\b/g, '$& src="archive/"'));
}
