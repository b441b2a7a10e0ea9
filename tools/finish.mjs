// Makes a page that Trunk built fit for a strict Content-Security-Policy, and light: node tools/finish.mjs FOLDER
// The inline module that starts the page becomes a file of its own; scripts lose their comments and indents, and the
// WebAssembly the names of its functions, which are a quarter of it.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
const INLINE = /<script type="module">([^]*?)<\/script>/;

const index = path.join(folder, 'index.html');
const page = readFileSync(index, 'utf8');
const [, start] = page.match(INLINE) ?? [];
if (!start) throw new Error(`${index} has no inline module: Trunk starts the page in another way than it did`);
const name = `start-${createHash('sha256').update(start).digest('hex').slice(0, 16)}.js`;
writeFileSync(path.join(folder, name), `${start.trim()}\n`);
writeFileSync(index, page.replace(INLINE, `<script type="module" src="./${name}"></script>`));

/** A WebAssembly module without its custom sections (WebAssembly Core Specification 2.0, 5.5): they do not run. */
function withoutCustomSections(bytes) {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const id = bytes[at++];
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      size += (bytes[at] & 0x7f) * 2 ** shift;
      more = bytes[at++] >= 0x80;
    }
    at += size;
    if (id !== 0) kept.push(bytes.subarray(start, at));
  }
  return Buffer.concat(kept);
}

const files = readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file));
for (const file of files.filter((file) => file.endsWith('.wasm'))) writeFileSync(file, withoutCustomSections(readFileSync(file)));
for (const script of files.filter((file) => file.endsWith('.js'))) {
  // Only whole lines go: nothing that a string or a template may hold on a line with code.
  const light = readFileSync(script, 'utf8')
    .replace(/^\s*\/\*\*[^]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
  writeFileSync(script, light);
}
