// Sites that the stories make with the built program, and hosts that serve them as real ones do: below any path, packed or not,
// with any headers; they can change what they serve, and go down.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import assert from 'node:assert/strict';
import { launchBrowser, part } from './browser.mjs';
import { soon } from './reader.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BAOYAN = path.join(ROOT, 'target/release/baoyan');
export const PAGES = path.join(import.meta.dirname, 'pages');
const TYPES = {
  css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', png: 'image/png',
  svg: 'image/svg+xml', webmanifest: 'application/manifest+json', xml: 'application/xml',
};

let scratch;
const folder = () => (scratch ??= mkdtemp(path.join(tmpdir(), 'baoyan-stories-')));
let launched;
after(async () => {
  await (await launched)?.close();
  if (scratch) await rm(await scratch, { recursive: true });
});

/** Runs `baoyan site` on pages; gives the folder of the site. */
export async function makeSite(name, pages = [PAGES], options = []) {
  const out = path.join(await folder(), name);
  execFileSync(BAOYAN, ['site', ...pages, '--out', out, ...options], { cwd: await folder(), stdio: 'pipe' });
  return out;
}

/** Runs `baoyan site --single-file`; gives the file. */
export async function makeFile(name, options = []) {
  const out = path.join(await folder(), name);
  execFileSync(BAOYAN, ['site', PAGES, '--single-file', out, ...options], { cwd: await folder(), stdio: 'pipe' });
  return out;
}

/**
 * A host of `folder`. `instead(file)` may give other bytes, or a status. One with `ranges` sends the part of a file that is asked for;
 * its line dies after so many bytes of a file as `cut(file)` says.
 */
export async function host(folder, { base = '/', headers = {}, packed = false, ranges = false, instead = () => undefined, cut = () => undefined } = {}) {
  const self = { folder, instead, asked: [], continued: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    let file = decodeURIComponent(pathname.slice(base.length));
    if (file === '' || file.endsWith('/')) file += 'index.html';
    self.asked.push(file);
    try {
      if (!pathname.startsWith(base)) throw new Error('outside');
      const given = await self.instead(file);
      if (typeof given === 'number') {
        response.writeHead(given, { 'content-type': 'text/html' });
        return response.end('<!doctype html><p>not here');
      }
      let bytes = given ?? (await readFile(path.join(self.folder, file)));
      // What a host sends instead of a file is a page, whatever its name.
      const isPage = bytes.subarray(0, 9).toString() === '<!doctype';
      const packs = packed && /gzip/.test(request.headers['accept-encoding'] ?? '');
      if (packs) bytes = gzipSync(bytes);
      const from = ranges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range)?.[1] ?? 0) : 0;
      const length = bytes.length;
      if (from > 0) self.continued.push(file);
      bytes = bytes.subarray(from);
      response.writeHead(from > 0 ? 206 : 200, {
        'content-type': isPage ? TYPES.html : (TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream'),
        'cache-control': /-[0-9a-f]{16}\./.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
        ...(packs ? { 'content-encoding': 'gzip' } : { 'content-length': bytes.length }),
        ...(ranges && { 'accept-ranges': 'bytes', etag: `"${createHash('sha256').update(file).digest('hex')}"` }),
        ...(from > 0 && { 'content-range': `bytes ${from}-${length - 1}/${length}` }),
        ...headers,
      });
      const until = cut(file);
      if (until !== undefined) return response.write(bytes.subarray(0, until), () => response.destroy());
      response.end(request.method === 'HEAD' ? undefined : bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.origin = `http://127.0.0.1:${server.address().port}`;
  self.address = self.origin + base;
  self.goDown = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return self;
}

/**
 * A story on hosts of its own: `tell({ page, context, open(folder, options), sees(count), noise })`. The console must be empty at
 * its end but for what `noise` matches.
 */
export function tale(name, { noise, context: wanted = {} } = {}, tell) {
  test(name, { timeout: 90_000 }, async () => {
    const browser = await (launched ??= launchBrowser());
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...wanted });
    const said = [];
    const say = (text) => noise?.test(text) || said.push(text);
    context.on('console', (message) => say(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => say(`uncaught: ${error.error()}`));
    const hosts = [];
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const open = async (...args) => {
        const one = await host(...args);
        hosts.push(one);
        return one;
      };
      const sees = (count, where = page) => soon(async () => assert.equal(await where.locator(part('result')).count(), count));
      await tell({ page, context, open, sees });
      assert.deepEqual(said, [], 'the console is empty');
    } finally {
      await context.close();
      await Promise.all(hosts.map((one) => one.goDown()));
    }
  });
}
