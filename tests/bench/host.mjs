// A static host on this machine that packs with brotli, serves ranges, and counts what it sends.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { brotli } from './pack.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves a packed site (see `pack`), and the articles as `texts/ID.txt` beside it. `take()` gives `{bytes, files}`, what was
 * sent since it was last called.
 */
export async function host(site, articles) {
  let sent = { bytes: 0, files: [] };
  const server = createServer((request, response) => {
    const file = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1) || 'index.html';
    const { bytes, ...reply } = answer(site, articles, file, request.headers.range);
    if (reply.status < 400) {
      sent.bytes += bytes.length;
      sent.files.push(file);
    }
    response.writeHead(reply.status, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      'Cache-Control': 'max-age=3600',
      'Accept-Ranges': 'bytes',
      // So that the page's clock has its full precision.
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      ...reply.headers,
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const take = () => {
    const taken = sent;
    sent = { bytes: 0, files: [] };
    return taken;
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, take, close: () => server.close() };
}

const PACKED = { 'Content-Encoding': 'br' };

/** `{status, headers, bytes}` for a file; a part of it is sent as it is stored. */
function answer(site, articles, file, range) {
  const [, number] = file.match(/^texts\/(\d+)\.txt$/) ?? [];
  if (articles[number]) return { status: 200, headers: PACKED, bytes: brotli(Buffer.from(articles[number].body)) };
  const found = site.get(file);
  if (!found) return { status: 404, bytes: Buffer.alloc(0) };
  if (!range) return { status: 200, headers: found.packed && PACKED, bytes: readFileSync(found.packed ?? found.path) };
  const bytes = readFileSync(found.path);
  const [first, last] = range.match(/\d+/g).map(Number);
  const end = Math.min(last ?? Infinity, bytes.length - 1);
  return { status: 206, headers: { 'Content-Range': `bytes ${first}-${end}/${bytes.length}` }, bytes: bytes.subarray(first, end + 1) };
}
