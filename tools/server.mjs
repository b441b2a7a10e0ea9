// A server of static files on this machine alone, for `./dev serve` and for the stories in tests/e2e.
// From the command line: node tools/server.mjs FOLDER [--port N] [--csp POLICY]

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** The file below the served folder that a URL's path names, or null when it lies outside. */
function fileOf(pathname, base) {
  if (!pathname.startsWith(base)) return null;
  const file = path.normalize(`/${decodeURIComponent(pathname.slice(base.length))}`).slice(1);
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/**
 * Serves `folder` under the path `base`. `instead(file)` may give other bytes for a file, or for one that is not there.
 * Port 0 means any; `csp` is a Content-Security-Policy. Resolves to the server, once it listens.
 */
export function serve(folder, { port = 0, base = '/', csp, instead = () => undefined } = {}) {
  const server = createServer(async (request, response) => {
    try {
      const file = fileOf(new URL(request.url, 'http://localhost').pathname, base);
      if (file === null) throw new Error('outside of what is served');
      const bytes = (await instead(file)) ?? (await readFile(path.join(folder, file)));
      // Always asked again: the next build is seen at once.
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'Content-Length': bytes.length,
        'Cache-Control': 'no-cache',
        ...(csp && { 'Content-Security-Policy': csp }),
      });
      response.end(request.method === 'HEAD' ? undefined : bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is no such file.\n');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The address of what a server serves. */
export function address(server, base = '/') {
  return `http://127.0.0.1:${server.address().port}${base}`;
}

/** The port asked for, or else the first free one from 8080 on. */
async function serveSomewhere(folder, wanted, csp) {
  for (let port = wanted ?? 8080; ; port++) {
    try {
      return await serve(folder, { port, csp });
    } catch (error) {
      if (wanted !== undefined || error.code !== 'EADDRINUSE' || port > 8180) throw error;
    }
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string' }, csp: { type: 'string' } },
    allowPositionals: true,
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (positionals.length !== 1 || (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))) {
    console.error('usage: node tools/server.mjs FOLDER [--port N] [--csp POLICY], with N from 0 to 65535');
    process.exit(2);
  }
  try {
    const server = await serveSomewhere(positionals[0], port, values.csp);
    console.log(`The page is at ${address(server)} (Ctrl+C ends it).`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: choose another with --port N, or leave it out.` : error.message);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
