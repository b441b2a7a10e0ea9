// A trace of a reader who types and filters in a large archive: no task holds the page up.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { figure, story } from './reader.mjs';

const BAOYAN = path.resolve(import.meta.dirname, '../../target/debug/baoyan');
const ARTICLES = 3_000;
/** What longer tasks are called long for, in milliseconds: W3C Long Tasks API. */
const LONG = 50;

/** Short news of 225 counties and 24 years, each of an initiative with a figure. */
function news() {
  const all = (first, second) => [...first].flatMap((one) => [...second].map((other) => one + other));
  const counties = all('汐岚澈霁沅漪湄沚泠霭岫杳荇蘅筠', '溪禾浦汀坞埠岭渚泽湾堰垄畈圩塬').map((name) => `${name}县`);
  const names = all('清净暖银青', '渠风灯龄苗').map((name) => `“${name}行动”`);
  return Array.from({ length: ARTICLES }, (_, number) => {
    const [county, name, year] = [counties[(number * 7) % 225], names[(number * 3) % 25], 2000 + ((number * 11) % 24)];
    const body = `${county}启动${name}，清理河道${1 + (number % 40)}条，受益群众${100 + number}人。记者看到，街巷改革一新，开门就是放心路。`;
    return JSON.stringify({ id: `t${number}`, title: `${county}启动${name}`, body, date: `${year}-05-12`, county, reporters: [`记者${number % 60}`] });
  }).join('\n');
}

const folder = await mkdtemp(path.join(tmpdir(), 'baoyan-trace-'));
await writeFile(path.join(folder, 'articles.jsonl'), news());
execFileSync(BAOYAN, ['index', path.join(folder, 'articles.jsonl'), '--out', folder], { stdio: 'pipe' });
const large = await readFile(path.join(folder, 'archive.baoyan'));
await rm(folder, { recursive: true });

const wait = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
const isDrawn = (page) => page.locator('nav.facets:not([aria-busy])').waitFor();

/** How long each task of the page's main thread took while `act` was done, in milliseconds of that thread: what else runs on the machine does not count. */
async function tasks(page, act) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(thread));
  const lengths = traceEvents.filter((event) => /RunTask$/.test(event.name) && event.tdur && mains.has(thread(event))).map(({ tdur }) => tdur / 1_000);
  assert.ok(lengths.length > 10, 'tasks are traced');
  return lengths;
}

/** The longest task of what a reader does, in the best of three times: a task that is long by what it does is long each time. */
async function longest(page, act) {
  const times = [];
  for (let time = 0; time < 3; time++) times.push(Math.max(...(await tasks(page, act))));
  return Math.min(...times);
}

/** Keeps how long what a reader does waited until the page took it up. */
function keepDelays() {
  window.delays = [];
  const keep = (list) => list.getEntries().forEach(({ startTime, processingStart }) => window.delays.push(processingStart - startTime));
  new PerformanceObserver(keep).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

story(`typing and filtering in ${ARTICLES} articles is done in short tasks`, { archive: () => large, before: keepDelays, timeout: 180_000 }, async (reader) => {
  const { page } = reader;
  await reader.seesResults(20);
  await isDrawn(page);
  await reader.box.click();
  const typing = await longest(page, async () => {
    for (const character of '清渠行动') {
      await page.keyboard.insertText(character);
      await wait(100);
    }
    await isDrawn(page);
    await reader.box.fill('');
    await wait(100);
    await isDrawn(page);
  });
  const filtering = await longest(page, async () => {
    for (const group of [0, 0, 1, 1]) {
      await page.locator('.facet-group').nth(group).locator('button').first().click();
      await wait(100);
      await isDrawn(page);
    }
  });
  const [painted, delays] = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.delays]);
  delays.sort((one, other) => one - other);
  assert.ok(delays.length > 0, 'events are timed');
  figure(`first paint after ${Math.round(painted)} ms; ${delays.length} clicks and keys waited ${Math.round(delays.at(-1))} ms at most`);
  figure(`the longest task of typing ${Math.round(typing)} ms, of filtering ${Math.round(filtering)} ms, in ${ARTICLES} articles`);
  assert.ok(typing < LONG, `a key is held up for ${typing} ms`);
  assert.ok(filtering < LONG, `a choice is held up for ${filtering} ms`);
});
