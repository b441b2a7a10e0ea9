// The page in Firefox: what the other stories tell in Chromium, in short.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { address } from '../../tools/server.mjs';
import { part } from './browser.mjs';
import { keepInstances, serveStory, soon } from './reader.mjs';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const skip = existsSync(FIREFOX) ? false : `there is no ${FIREFOX}`;

let browser;
before(async () => {
  if (!skip) browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
});
after(() => browser?.close());

/** An element of the page's shadow tree, once it is there. */
async function find(page, selector) {
  let handle;
  await soon(async () => {
    handle = await page.evaluateHandle((chosen) => document.querySelector('baoyan-archive').shadowRoot?.querySelector(chosen), selector);
    assert.ok(handle.asElement(), selector);
  });
  return handle.asElement();
}

const texts = (page, selector) =>
  page.evaluate((chosen) => [...(document.querySelector('baoyan-archive').shadowRoot?.querySelectorAll(chosen) ?? [])].map((element) => element.textContent), selector);

/** A story as in reader.mjs: `tell(page)`, and the console must be empty. */
function story(name, options, tell) {
  test(name, { timeout: 60_000, skip }, async () => {
    const server = await serveStory(options);
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    try {
      if (options.before) await page.evaluateOnNewDocument(options.before);
      await page.goto(address(server));
      await tell(page);
      assert.deepEqual(said.filter((text) => !options.noise?.test(text)), [], 'the console is empty');
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  });
}

const titles = (page) => texts(page, part('result-title'));

async function search(page, query) {
  const box = await find(page, part('search-input'));
  await box.click({ count: 3 });
  await box.type(query);
}

story('Firefox: a reader searches, opens an article, and goes back', {}, async (page) => {
  await soon(async () => assert.equal((await titles(page)).length, 6));
  await soon(async () => assert.ok((await texts(page, part('bar'))).length > 1));
  await search(page, '茶园');
  await soon(async () => assert.deepEqual(await titles(page), ['临汐茶农有了新帮手']));
  assert.ok((await texts(page, 'mark')).includes('茶园'));
  await (await find(page, part('result-title'))).click();
  await find(page, part('article'));
  await page.evaluate(() => history.back());
  await soon(async () => assert.deepEqual(await titles(page), ['临汐茶农有了新帮手']));
});

const flip = (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) ^ 1])]);
story('Firefox: an archive that was altered is refused', { archive: flip }, async (page) => {
  const error = await find(page, part('error'));
  assert.equal(await error.evaluate((element) => element.dataset.code), 'integrity');
});

story('Firefox: an engine that stops is replaced', { before: keepInstances, noise: /out of bounds|unreachable|null|indirect call/ }, async (page) => {
  await search(page, '茶园');
  await soon(async () => assert.deepEqual(await titles(page), ['临汐茶农有了新帮手']));
  await page.evaluate(() => new Uint8Array(window.instances.at(-1).exports.memory.buffer).fill(0xff));
  await page.keyboard.press('Escape');
  await soon(async () => assert.equal(await page.evaluate(() => window.instances.length), 2));
  await search(page, '书屋');
  await soon(async () => assert.deepEqual(await titles(page), ['北山区的街角书屋']));
});

story('Firefox: without WebAssembly the reader is told so', { before: () => delete window.WebAssembly }, async (page) => {
  await soon(async () => assert.match(await page.$eval('.opening', (line) => line.innerText), /此浏览器缺少本页所需的功能/));
});
