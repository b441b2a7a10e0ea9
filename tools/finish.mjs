// Makes a page that Trunk built fit for a strict Content-Security-Policy, and light: node tools/finish.mjs FOLDER
// The inline module that starts the page becomes a file of its own; esbuild packs the scripts and wasm-opt the WebAssembly,
// which loses the names of its functions, a quarter of it; what the two call each other by is made short.

import { transformSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { lighter } from './wasm.mjs';

const [folder] = process.argv.slice(2);
const INLINE = /<script type="module">([^]*?)<\/script>/;

const index = path.join(folder, 'index.html');
const page = readFileSync(index, 'utf8');
const [, start] = page.match(INLINE) ?? [];
if (!start) throw new Error(`${index} has no inline module: Trunk starts the page in another way than it did`);
const name = `start-${createHash('sha256').update(start).digest('hex').slice(0, 16)}.js`;
writeFileSync(path.join(folder, name), `${start.trim()}\n`);
writeFileSync(index, page.replace(INLINE, `<script type="module" src="./${name}"></script>`));

// What JavaScript and WebAssembly call each other by: `memory` and short names stay.
const names = new Map();
const rename = (long) => {
  if (long.length <= 8) return long;
  if (!names.has(long)) names.set(long, `$${names.size.toString(36)}`);
  return names.get(long);
};

const files = readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file));
for (const file of files.filter((file) => file.endsWith('.wasm'))) {
  optimise(file);
  writeFileSync(file, lighter(readFileSync(file), rename));
}
for (const script of files.filter((file) => file.endsWith('.js'))) {
  const renamed = readFileSync(script, 'utf8').replace(/[\w$]+/g, (word) => names.get(word) ?? word);
  writeFileSync(script, transformSync(renamed, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' }).code);
}

/** Runs wasm-opt for size. Features are named one by one: with all of them it writes what no browser takes. */
function optimise(file) {
  const features = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];
  const program = new URL('node_modules/binaryen/bin/wasm-opt', import.meta.url).pathname;
  // After gzip, -Os gives less than -Oz.
  execFileSync(process.execPath, ['--stack-size=8000', program, '-Os', ...features.map((feature) => `--enable-${feature}`), file, '-o', file]);
}
