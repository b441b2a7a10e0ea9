// A slow, distant and lossy connection: results come, and what is said of the waiting is true.

import assert from 'node:assert/strict';
import { statSync, readdirSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import path from 'node:path';
import { DIST, STORIES, figure, soon, story } from './reader.mjs';

const BYTES_A_SECOND = 350_000 / 8;
const LATENCY = 300;
/** One piece in so many is lost, and sent again after so many milliseconds. */
const LOST = 25, AGAIN = 600;
const PIECE = 1_400;

const wait = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

/** A server that passes connections on to `port` as a bad line would. One line for all of them. */
async function badLine(port) {
  let free = 0;
  let pieces = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => [near, far].forEach((each) => each.destroy()));
    near.on('data', async (bytes) => {
      await wait(LATENCY / 2);
      if (!far.destroyed) far.write(bytes);
    });
    near.on('close', () => far.destroy());
    let sending = Promise.resolve();
    let due = 0;
    far.on('data', (bytes) => {
      const come = Date.now();
      sending = sending.then(async () => {
        for (let at = 0; at < bytes.length && !near.destroyed; at += PIECE) {
          const piece = bytes.subarray(at, at + PIECE);
          free = Math.max(free, come) + (1000 * piece.length) / BYTES_A_SECOND;
          // What comes after a piece that was lost waits for it.
          due = Math.max(due, free + LATENCY / 2 + (++pieces % LOST === 0 ? AGAIN : 0));
          await wait(due - Date.now());
          near.write(piece);
        }
      });
    });
    far.on('end', () => sending.then(() => near.end()));
  });
  await new Promise((go) => server.listen(0, '127.0.0.1', go));
  return server;
}

story('at 350 kbit/s, far away and with losses, results come and progress is told truly', {}, async (reader) => {
  const { page } = reader;
  const line = await badLine(new URL(reader.home).port);
  try {
    const told = [];
    await page.exposeFunction('tell', (text) => told.push([Date.now(), text]));
    await page.addInitScript(() => {
      let last = '';
      const look = () => {
        const host = document.querySelector('baoyan-archive');
        const text = host?.shadowRoot?.querySelector('.loading')?.innerText ?? host?.querySelector('.opening')?.innerText ?? '';
        if (text !== last) window.tell((last = text));
        requestAnimationFrame(look);
      };
      look();
    });
    const start = Date.now();
    await page.goto(`http://127.0.0.1:${line.address().port}/`, { waitUntil: 'commit' });
    await page.locator('[data-baoyan="result"]').first().waitFor({ timeout: 45_000 });
    const seconds = (Date.now() - start) / 1000;

    const size = (folder, ending) =>
      readdirSync(folder).filter((file) => file.endsWith(ending) && statSync(path.join(folder, file)).isFile()).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
    const engine = Math.round(size(DIST, '.bin') / 1000);
    const steps = told.flatMap(([when, text]) => {
      const [, received, total] = text.match(/([\d,]+) \/ ([\d,]+) kB/) ?? [];
      return received ? [{ when, received: Number(received.replace(',', '')), total: Number(total.replace(',', '')) }] : [];
    });
    const ofEngine = steps.filter(({ total }) => total === engine);
    assert.ok(ofEngine.length > 10, `progress was told ${ofEngine.length} times`);
    for (const [i, { when, received, total }] of steps.entries()) {
      assert.ok(received <= total);
      if (i > 0 && steps[i - 1].total === total) assert.ok(received >= steps[i - 1].received, 'progress goes back');
      // No more can have come than the line carries; a kilobyte is for rounding.
      assert.ok(received <= ((when - start) / 1000) * (BYTES_A_SECOND / 1000) + 1, `${received} kB after ${when - start} ms`);
    }
    assert.equal(ofEngine.at(-1).received, engine);
    const ideal = (size(DIST, '') + size(STORIES, '.baoyan')) / BYTES_A_SECOND;
    figure(`results after ${seconds.toFixed(1)} s, where the line needs ${ideal.toFixed(1)} s for the bytes`);
    assert.ok(seconds < 2.5 * ideal + 3, `${seconds} s`);
    await reader.search('茶园');
    await reader.seesTitles(['临汐茶农有了新帮手']);
  } finally {
    line.close();
  }
});

story('a line that dies in the middle is not the end', { noise: /ERR_|Failed to|altered or cut|network error/ }, async (reader) => {
  const { page } = reader;
  let cuts = 0;
  await page.route(/\.bin$/, async (route) => {
    if (cuts++ < 2) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.reload();
  await soon(async () => assert.match(await page.locator('.opening').innerText(), /正在重试/));
  await page.locator('[data-baoyan="result"]').first().waitFor({ timeout: 10_000 });
  assert.ok(cuts >= 3);
});
