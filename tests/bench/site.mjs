// A site for one peer: a page, the peer's code bundled with the bench's half of the page, and the index that the peer builds.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { build as bundle } from 'esbuild';

import { pack } from './pack.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '../..');
const BUILD_LIMIT = 30 * 60 * 1000;
const EMPTY = '<!doctype html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>Bench</title></head>\n<body></body>\n</html>\n';
const SCRIPT = '<script defer src="./peer.js"></script>';

/**
 * Builds a peer's site for so many articles. Gives `{folder, files, built}`: its packed files, and the seconds and bytes that
 * building took.
 */
export async function site(peer, count) {
  const folder = path.join(ROOT, 'target/bench/sites', String(count), peer.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'index'), { recursive: true });
  if (peer.page) cpSync(path.join(ROOT, peer.page), folder, { recursive: true });
  const page = peer.page ? readFileSync(path.join(folder, 'index.html'), 'utf8') : EMPTY;
  // The archive that comes with the page is not asked for.
  const bare = page.replace(/<baoyan-archive[^]*<\/baoyan-archive>/, '');
  writeFileSync(path.join(folder, 'index.html'), bare.replace('</head>', `${SCRIPT}</head>`));
  await bundle({
    entryPoints: [path.join(HERE, 'page.mjs')],
    outfile: path.join(folder, 'peer.js'),
    alias: { peer: path.join(HERE, 'peers', `${peer.name}.mjs`) },
    bundle: true,
    // No module: elasticlunr sets a variable that it never declared.
    format: 'iife',
    minify: true,
    platform: 'browser',
    external: ['node:*', 'pagefind'],
    logLevel: 'error',
  });
  const load = loadavg()[0];
  const build = [path.join(HERE, 'build.mjs'), peer.name, String(count), path.join(folder, 'index')];
  const measured = [path.join(HERE, 'usage.py'), process.execPath, '--max-old-space-size=8192', ...build];
  const { stdout } = await promisify(execFile)('python3', measured, { timeout: BUILD_LIMIT, maxBuffer: 2 ** 26 });
  return { folder, files: pack(folder), built: { ...JSON.parse(stdout), load } };
}
