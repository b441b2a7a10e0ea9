// What readers load of a folder: node tools/weigh.mjs FOLDER LIMIT
// Fails when that is more than so many thousand bytes after gzip, which most hosts send.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const KINDS = ['.bin', '.js', '.css', '.html'];
// What a reader's page does not load before it is there: the service worker, and what other sites load.
const OTHERS = ['sw.js', 'embed.js', 'frame.js', 'baoyan.js'];

const [folder, limit] = process.argv.slice(2);
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
const row = (name, ...sizes) => console.log(name.padEnd(34) + sizes.map(kilo).join(''));
// Node's own gzip packs a few percent worse than the program that servers use.
const gzip = (input) => execFileSync('gzip', ['-9', '-c'], { input, maxBuffer: 2 ** 26 });
const weigh = (file) => {
  const bytes = readFileSync(file);
  return [bytes.length, gzip(bytes).length, brotliCompressSync(bytes).length];
};

console.log(''.padEnd(34) + ['raw', 'gzip -9', 'brotli'].map((head) => head.padStart(11)).join(''));
const total = [0, 0, 0];
const add = (sizes) => sizes.forEach((size, i) => (total[i] += size));
for (const name of readdirSync(folder, { recursive: true }).sort()) {
  if (!KINDS.includes(path.extname(name)) || OTHERS.includes(name)) continue;
  const sizes = weigh(path.join(folder, name));
  row(name, ...sizes);
  add(sizes);
}
row('all of it', ...total);
if (total[0] === 0) throw new Error(`${folder} holds nothing of it`);
if (!(total[1] <= 1000 * limit)) {
  console.error(`After gzip that is more than ${limit} kB.`);
  process.exitCode = 1;
}
