// Much of everything: requests, keys, navigations. Nothing fails, and memory does not grow. BAOYAN_LONG=1 runs it at length.

import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { address, serve } from '../../tools/server.mjs';
import { DIST, POLICY, figure, keepInstances, soon, story } from './reader.mjs';

const LONG = Boolean(process.env.BAOYAN_LONG);
const wait = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

test('the static server answers 10,000 requests, 200 at a time, each as it should', { timeout: 120_000 }, async () => {
  const files = readdirSync(DIST, { recursive: true }).filter((file) => /-[0-9a-f]{15,16}\.(js|css|svg)$/.test(file));
  const sizes = new Map([...files, 'index.html'].map((file) => [file, statSync(path.join(DIST, file)).size]));
  const server = await serve(DIST, { csp: POLICY });
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const ask = (file) =>
    new Promise((go, stop) => {
      get(address(server) + file, { agent }, (response) => {
        let received = 0;
        response.on('data', (bytes) => (received += bytes.length));
        response.on('end', () => go([response.statusCode, received]));
        response.on('error', stop);
      }).on('error', stop);
    });
  const start = Date.now();
  let next = 0;
  const worker = async () => {
    for (let number; (number = next++) < 10_000; ) {
      const file = number % 50 === 49 ? 'nowhere.html' : [...sizes.keys()][number % sizes.size];
      const [status, received] = await ask(file);
      assert.equal(status, sizes.has(file) ? 200 : 404);
      if (sizes.has(file)) assert.equal(received, sizes.get(file));
    }
  };
  await Promise.all(Array.from({ length: 200 }, worker));
  figure(`10,000 requests, 200 at once: no error, ${Math.round(10_000 / ((Date.now() - start) / 1000))} a second`);
  agent.destroy();
  server.close();
});

/** Bytes of JavaScript and of the engine that are in use, after all that can be freed is. */
async function memory(reader, client) {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
  const engine = await reader.page.evaluate(() => window.instances.at(-1).exports.memory.buffer.byteLength);
  return { heap: usedSize, nodes, listeners: jsEventListeners, engine };
}

function hasNotGrown(before, after) {
  figure(`engine ${before.engine} → ${after.engine} bytes, JavaScript ${before.heap} → ${after.heap}`);
  assert.equal(after.engine, before.engine, 'the engine has taken more memory');
  assert.ok(after.heap < before.heap * 1.25 + 500_000, 'JavaScript has taken more memory');
  assert.ok(after.nodes < before.nodes * 1.25 + 200, 'nodes are kept');
  assert.ok(after.listeners <= before.listeners + 5, 'listeners are kept');
}

const timeout = LONG ? 900_000 : 120_000;
const SECONDS = LONG ? 30 : 6;
story(`a reader who types 100 keys a second for ${2 * SECONDS} seconds has every answer`, { before: keepInstances, timeout }, async (reader) => {
  const { page } = reader;
  const client = await page.context().newCDPSession(page);
  await reader.seesResults(6);
  await reader.box.click();
  const text = '茶园书屋清渠行动问题县里夜市晚霞课堂chayuan shuwu 县:云溪县 -';
  // Each key by itself, as the browser has them from a keyboard: 100 a second, however long one takes.
  const type = async (seconds) => {
    const start = Date.now();
    let keys = 0;
    const pending = [];
    while (Date.now() - start < 1000 * seconds) {
      for (; keys < (Date.now() - start) / 10; keys++) {
        const at = keys % (text.length + 1);
        if (at === text.length) pending.push(page.evaluate(() => document.querySelector('baoyan-archive').shadowRoot.querySelector('#query').select()));
        else pending.push(client.send('Input.insertText', { text: text[at] }));
      }
      await wait(5);
    }
    await Promise.all(pending);
    return keys;
  };
  // Measured where the page shows the same.
  const settled = async () => {
    await reader.search('茶园');
    await reader.seesTitles(['临汐茶农有了新帮手']);
    return memory(reader, client);
  };
  await type(SECONDS);
  // WebAssembly gives no memory back, so its size is that of the fullest moment so far, and which drawings fall together in one
  // is chance. A leak takes more in every round, each twice as long as what came before; a fuller moment does not come in each.
  let [before, after] = [undefined, await settled()];
  for (let round = 0; round < 3 && before?.engine !== after.engine; round++) {
    before = after;
    const keys = await type(2 * SECONDS);
    assert.ok(keys > 2 * 90 * SECONDS, `${keys} keys`);
    after = await settled();
  }
  hasNotGrown(before, after);
});

const TIMES = LONG ? 1_000 : 80;
story(`${TIMES} navigations leave nothing behind`, { before: keepInstances, timeout }, async (reader) => {
  const { page } = reader;
  const client = await page.context().newCDPSession(page);
  await reader.seesResults(6);
  const walk = (times) =>
    page.evaluate(async (times) => {
      const wait = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
      const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
      const root = document.querySelector('baoyan-archive').shadowRoot;
      for (let time = 0; time < times; time++) {
        const titles = root.querySelectorAll('[data-baoyan="result-title"]');
        const start = performance.now();
        titles[time % titles.length].click();
        await frame();
        if (!root.querySelector('[data-baoyan="article"]')) throw new Error(`navigation ${time} opened no article`);
        history.back();
        for (let tries = 0; root.querySelector('[data-baoyan="article"]'); tries++) {
          if (tries > 300) throw new Error(`navigation ${time} did not come back`);
          await frame();
        }
        // Browsers pass over what navigates more than 200 times in 10 seconds; an article that is opened and left does so three times.
        await wait(200 - (performance.now() - start));
      }
    }, times);
  await walk(20);
  const before = await memory(reader, client);
  await walk(TIMES);
  const after = await memory(reader, client);
  await soon(async () => assert.equal(await reader.results.count(), 6));
  hasNotGrown(before, after);
});
