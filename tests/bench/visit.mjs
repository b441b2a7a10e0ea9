// Visits to a peer's site in Chromium.

import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

import { launchBrowser } from '../e2e/browser.mjs';
import { host } from './host.mjs';
import { exactness, mean, median, quantile, ranking } from './measure.mjs';

const SECONDS = 30; // For a list of queries in one mode.
const WARMING = 20;
const LEAST_VISITS = 3; // More of them, as long as the seconds last.
const VISITING = 120;
const KINDS = ['known', 'phrase', 'two', 'substring'];

/** All that a browser tells of a peer: `{load, cold, memory, modes: {NAME: {times, known, phrase, two, substring}}}`. */
export async function visit(peer, files, articles, queries) {
  const server = await host(files, articles);
  const browser = await launchBrowser();
  try {
    const load = loadavg()[0];
    const cold = await coldVisits(browser, server, peer, files, articles, queries);
    const page = await enter(browser, server);
    await page.evaluate(() => window.bench.open());
    const modes = {};
    for (const mode of peer.modes) modes[mode] = { times: await times(page, queries, mode) };
    const memory = await rendererMemory(browser);
    for (const mode of peer.modes) {
      for (const kind of KINDS) {
        const found = await find(page, queries[kind], mode, kind === 'known' ? 10 : articles.length);
        modes[mode][kind] = kind === 'known' ? ranking(queries.known, found) : exactness(queries[kind], found);
      }
    }
    return { load, cold, memory, modes };
  } finally {
    await browser.close();
    server.close();
  }
}

/** A page of the site in a browser that has never seen it. */
async function enter(browser, server) {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(0);
  await page.goto(server.address);
  return page;
}

const find = (page, queries, mode, limit) =>
  page.evaluate((asked) => window.bench.find(...asked), [queries.map(({ text }) => text), mode, limit, SECONDS]);

/** What first and further answers take in a visit with nothing cached, and how much of a phrase is found then. */
async function coldVisits(browser, server, peer, files, articles, queries) {
  const [mode] = peer.modes;
  const visits = [];
  const end = Date.now() + VISITING * 1000;
  for (const [number, pair] of queries.cold.entries()) {
    if (number >= LEAST_VISITS && Date.now() > end) break;
    server.take();
    const page = await enter(browser, server);
    const answer = (query) => page.evaluate((asked) => window.bench.answer(...asked), [query.text, mode]);
    await page.evaluate(() => window.bench.open());
    const milliseconds = await answer(pair[0]);
    const first = server.take();
    await answer(pair[1]);
    const further = server.take();
    const phrase = queries.phrase[number];
    const { recall } = exactness([phrase], await find(page, [phrase], mode, articles.length));
    visits.push({ first, further, milliseconds, recall });
    await page.context().close();
  }
  const engine = new Set((visits[0]?.first.files ?? []).filter((file) => files.get(file)?.isEngine));
  return {
    engine: [...engine].reduce((bytes, file) => bytes + files.get(file).brotli, 0),
    first: median(visits.map(({ first }) => first.bytes)),
    requests: median(visits.map(({ first }) => first.files.length)),
    further: median(visits.map(({ further }) => further.bytes)),
    furtherRequests: median(visits.map(({ further }) => further.files.length)),
    milliseconds: median(visits.map(({ milliseconds }) => milliseconds)),
    recall: mean(visits.map(({ recall }) => recall)),
  };
}

/** Median and 95th percentile of the milliseconds of queries by kind, once others of the kind were asked. */
async function times(page, queries, mode) {
  const result = {};
  for (const kind of ['known', 'phrase', 'two']) {
    const texts = queries[kind].map(({ text }) => text);
    const took = await page.evaluate((asked) => window.bench.time(...asked), [texts, mode, SECONDS]);
    const warm = took.length > 2 * WARMING ? took.slice(WARMING) : took;
    result[kind] = { n: warm.length, median: median(warm), p95: quantile(warm, 0.95) };
  }
  return result;
}

/** The resident bytes of the largest process that shows a page. */
async function rendererMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const resident = ({ id }) => Number(readFileSync(`/proc/${id}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)[1]) * 1024;
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(resident));
}
