// The archive on other sites' pages: as an element, and in a frame.

import assert from 'node:assert/strict';
import { part } from './browser.mjs';
import { makeSite, tale } from './host.mjs';
import { soon } from './reader.mjs';

const CORS = { 'access-control-allow-origin': '*' };
const document = (body, head = '') => Buffer.from(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`);

/** A site with an archive, and another site's page around `body(address of the first)`. */
async function embedded({ page, open }, body, head = () => '') {
  const site = await open(await makeSite('site'), { base: '/archive/', headers: CORS });
  const around = await open('/', { instead: (file) => (file === 'index.html' ? document(body(site.address), head(site.address)) : 404) });
  assert.notEqual(site.origin, around.origin);
  await page.goto(`${around.address}?host=own`);
  return { site, around };
}
const script = (address) => `<script type="module" src="${address}baoyan.js"></script>`;

tale('two elements on another site: each has its own archive, query and language', {}, async (story) => {
  const { page, sees } = story;
  await embedded(story, (address) => `
    <baoyan-archive id="one" src="${address}archive/" query="茶园"><a href="${address}">档案</a></baoyan-archive>
    <baoyan-archive id="two" src="${address}archive/" lang="en" county="云溪县" limit="1"><a href="${address}">Archive</a></baoyan-archive>
    ${script(address)}`);
  await sees(1, page.locator('#one'));
  await sees(1, page.locator('#two'));
  assert.match(await page.locator('#two').locator(part('status')).innerText(), /^[2-9] articles/);
  assert.match(await page.locator('#one').locator(part('status')).innerText(), /^1篇文章/);
  // The page around is its own: address, title and history stay.
  await page.locator('#one').locator(part('search-input')).fill('夜市');
  await sees(1, page.locator('#one'));
  assert.match(page.url(), /\?host=own$/);
  assert.equal(await page.title(), '');
  assert.match(await page.locator('#two').locator(part('status')).innerText(), /^[2-9] articles/);
});

tale('an element that names no archive says so, where none came with the page', {}, async (story) => {
  const { page, sees } = story;
  const { site } = await embedded(story, (address) => `<baoyan-archive><a href="${address}">档案</a></baoyan-archive>${script(address)}`);
  const error = page.locator(part('error'));
  await error.waitFor();
  assert.equal(await error.getAttribute('data-code'), 'unsupported');
  assert.match(await error.innerText(), /<baoyan-archive src="archive\/">/);
  await page.locator('baoyan-archive').evaluate((host, src) => host.setAttribute('src', src), `${site.address}archive/`);
  await sees(6);
});

tale('attributes are observed while the element lives', {}, async (story) => {
  const { page, sees } = story;
  await embedded(story, (address) => `<baoyan-archive src="${address}archive/"></baoyan-archive>${script(address)}`);
  await sees(6);
  const set = (name, value) => page.locator('baoyan-archive').evaluate((host, [name, value]) => (value === null ? host.removeAttribute(name) : host.setAttribute(name, value)), [name, value]);
  await set('query', '茶园');
  await sees(1);
  await set('query', null);
  await set('limit', '2');
  await sees(2);
  await set('limit', null);
  await set('county', '临汐县');
  await soon(async () => assert.match(await page.locator(part('status')).innerText(), /^2篇文章/));
  await set('view', 'charts');
  assert.equal(await page.locator(part('result')).first().isVisible(), false);
  assert.equal(await page.locator(part('search-input')).isVisible(), false);
  assert.ok(await page.locator(part('county-chart')).isVisible());
  await set('view', 'search');
  assert.ok(await page.locator(part('result')).first().isVisible());
  assert.equal(await page.locator(part('county-chart')).isVisible(), false);
  await set('view', null);
  const ground = () => page.locator('.stage').evaluate((stage) => getComputedStyle(stage).backgroundColor);
  const day = await ground();
  await set('theme', 'dark');
  assert.notEqual(await ground(), day);
});

tale('styles go neither in nor out, but for parts and variables', {}, async (story) => {
  const { page, sees } = story;
  const hostile = `<style>
    * { color: rgb(255, 0, 0); font: 40px fantasy; letter-spacing: 9px; text-transform: uppercase; --paper: rgb(255, 0, 0); --ink: rgb(255, 0, 0); }
    h1, h2, h3, p, li, a, button, input, svg { display: none !important; }
    .page, .hit, .search, .chart { visibility: hidden; }
    baoyan-archive { --baoyan-accent: rgb(0, 0, 200); }
    baoyan-archive::part(result-title) { color: rgb(0, 128, 0); }
  </style>`;
  await embedded(story, (address) => `<h1 class="page">头</h1><p id="own" class="hit">文</p>
    <baoyan-archive src="${address}archive/"></baoyan-archive>${script(address)}`, () => hostile);
  await sees(6);
  const style = (locator, name) => locator.first().evaluate((element, name) => getComputedStyle(element)[name], name);
  const snippet = page.locator('baoyan-archive .snippet');
  assert.ok(await snippet.first().isVisible());
  assert.equal(await style(snippet, 'fontSize'), '16px');
  assert.equal(await style(snippet, 'letterSpacing'), 'normal');
  assert.equal(await style(snippet, 'textTransform'), 'none');
  assert.equal(await style(snippet, 'color'), 'rgb(29, 27, 25)');
  assert.equal(await style(page.locator(part('result-title')), 'color'), 'rgb(0, 128, 0)');
  assert.equal(await style(page.locator('baoyan-archive .link'), 'color'), 'rgb(0, 0, 200)');
  assert.equal(await style(page.locator('#own'), 'color'), 'rgb(255, 0, 0)');
  assert.equal(await style(page.locator('#own'), 'padding'), '0px');
});

tale('events reach the page around, and scripts ask from another origin', {}, async (story) => {
  const { page, sees } = story;
  const { site } = await embedded(story, (address) => `<baoyan-archive src="${address}archive/"></baoyan-archive>${script(address)}`);
  await sees(6);
  const heard = await page.evaluate(async () => {
    const heard = [];
    for (const name of ['search', 'open']) document.addEventListener(`baoyan:${name}`, (event) => {
      heard.push(name, event.detail.total ?? typeof event.detail.id);
      if (name === 'open') event.preventDefault();
    });
    document.querySelector('baoyan-archive').setAttribute('query', '茶园');
    await new Promise((resolve) => setTimeout(resolve, 500));
    document.querySelector('baoyan-archive').shadowRoot.querySelector('[data-baoyan="result-title"]').click();
    return heard;
  });
  assert.deepEqual(heard, ['search', 1, 'open', 'string']);
  assert.equal(await page.locator(part('article')).count(), 0, 'the page around took it over');
  const total = await page.evaluate(async (src) => (await (await window.baoyan.open(src)).search('茶园')).total, `${site.address}archive/`);
  assert.equal(total, 1);
});

tale('readers without JavaScript keep what stands in the element', { context: { javaScriptEnabled: false } }, async (story) => {
  const { page } = story;
  await embedded(story, (address) => `<baoyan-archive src="${address}archive/"><a href="${address}">档案</a></baoyan-archive>${script(address)}`);
  assert.ok(await page.getByRole('link', { name: '档案' }).isVisible());
});

tale('a frame is as high as what it shows, whoever else sends messages', {}, async (story) => {
  const { page, sees } = story;
  await embedded(story, (address) => `<iframe class="baoyan-embed" src="${address}embed.html?q=${encodeURIComponent('茶园')}" width="100%" height="300" style="border:0"></iframe>
    <script async src="${address}embed.js"></script>`);
  const frame = page.frameLocator('iframe');
  await sees(1, frame);
  const height = () => page.locator('iframe').evaluate((frame) => frame.offsetHeight);
  await soon(async () => assert.ok((await height()) > 500, String(await height())));
  const fitting = await height();
  assert.ok(Math.abs(fitting - (await frame.locator('baoyan-archive').evaluate((archive) => archive.offsetHeight))) <= 2);
  await frame.locator(part('search-input')).fill('');
  await soon(async () => assert.ok((await height()) > fitting + 100));
  // Nothing in it scrolls by itself, or grows when a reader comes near.
  const whole = await height();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(300);
  const before = await height();
  assert.equal(before, whole);
  assert.ok(await frame.locator('.charts').evaluate((charts) => charts.scrollHeight <= charts.clientHeight + 1));
  // From elsewhere, of another shape, or beyond measure.
  await page.evaluate(() => window.postMessage({ type: 'baoyan:height', height: 5 }, '*'));
  for (const message of [{ type: 'baoyan:height', height: '9' }, { type: 'other', height: 9 }, null, 'baoyan:height', { type: 'baoyan:height', height: NaN }]) {
    await frame.locator('body').evaluate((_, message) => parent.postMessage(message, '*'), message);
  }
  await page.waitForTimeout(300);
  assert.equal(await height(), before);
  await frame.locator('body').evaluate(() => parent.postMessage({ type: 'baoyan:height', height: 1e9 }, '*'));
  await soon(async () => assert.equal(await height(), 20_000));
});

tale('in a frame with nothing but scripts allowed it works, and says what is off', {}, async (story) => {
  const { page, sees } = story;
  await embedded(story, (address) => `<iframe class="baoyan-embed" sandbox="allow-scripts" src="${address}embed.html?view=both&lang=zh-CN" width="100%" height="900"></iframe>
    <script async src="${address}embed.js"></script>`);
  const frame = page.frameLocator('iframe');
  await sees(6, frame);
  await frame.locator(part('search-input')).fill('茶园');
  await sees(1, frame);
  await frame.getByText('本页在受限的框架中').waitFor();
  await soon(async () => assert.ok((await page.locator('iframe').evaluate((frame) => frame.offsetHeight)) !== 900));
});

tale('the panel gives code that works', {}, async (story) => {
  const { page, open, sees } = story;
  const site = await open(await makeSite('site'), { base: '/archive/', headers: CORS });
  await page.goto(`${site.address}?q=${encodeURIComponent('茶园')}`);
  await sees(1);
  await page.locator(`${part('share')} summary`).click();
  const [link, element, frame] = await page.locator(`${part('share')} code`).allInnerTexts();
  const around = await open('/', { instead: (file) => (file === 'index.html' ? document(`${element}${frame}`) : 404) });
  await page.goto(around.address);
  await sees(1, page.locator('baoyan-archive'));
  await sees(1, page.frameLocator('iframe'));
  await page.goto(link);
  await sees(1);
});
