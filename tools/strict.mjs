// Makes a page that Trunk built fit for a strict Content-Security-Policy, and its scripts light: node tools/strict.mjs FOLDER
// The inline module that starts the page becomes a file of its own; generated scripts lose their comments and indents.

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

for (const file of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'))) {
  const script = path.join(folder, file);
  // Only whole lines go: nothing that a string or a template may hold on a line with code.
  const light = readFileSync(script, 'utf8')
    .replace(/^\s*\/\*\*[^]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
  writeFileSync(script, light);
}
