// Makes a page that Trunk built fit for a strict Content-Security-Policy, for caches, and light: node tools/finish.mjs FOLDER
// The inline module that starts the page becomes a file of its own; scripts lose their comments and indents, and the
// WebAssembly the names of its functions, which are a quarter of it; what the two call each other by is made short. Then each
// file that the page loads is named by its content: `app-0123456789abcdef.js` is the same file wherever and whenever it is met.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { lighter } from './wasm.mjs';

const [folder] = process.argv.slice(2);
const INLINE = /<script type="module">([^]*?)<\/script>/;
/** Files that others know by name: the worker, and what other sites load. */
const FIXED = ['sw.js', 'embed.js', 'frame.js'];

const index = path.join(folder, 'index.html');
let page = readFileSync(index, 'utf8');
const [, start] = page.match(INLINE) ?? [];
if (!start) throw new Error(`${index} has no inline module: Trunk starts the page in another way than it did`);
writeFileSync(path.join(folder, 'start.js'), `${start.trim()}\n`);

// What JavaScript and WebAssembly call each other by: `memory` and short names stay.
const names = new Map();
const rename = (long) => {
  if (long.length <= 8) return long;
  if (!names.has(long)) names.set(long, `$${names.size.toString(36)}`);
  return names.get(long);
};

const below = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = below.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
const ending = (...endings) => files.filter((file) => endings.includes(path.extname(file)) && !FIXED.includes(file));
const at = (file) => path.join(folder, file);

for (const file of ending('.wasm')) writeFileSync(at(file), lighter(readFileSync(at(file)), rename));
for (const script of files.filter((file) => file.endsWith('.js'))) {
  // Only whole lines go: nothing that a string or a template may hold on a line with code.
  const light = readFileSync(at(script), 'utf8')
    .replace(/^\s*\/\*\*[^]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '')
    .replace(/[\w$]+/g, (word) => names.get(word) ?? word);
  writeFileSync(at(script), light);
}

// A script is named after what it names has its own name: the digest covers that too.
const named = new Map();
// Where it is the key of an object, it is what the WebAssembly calls a module by.
const mention = (file) => new RegExp(`\\./${file.replace(/\W/g, '\\$&')}(?=["'](?!:))`, 'g');
const rank = (file) => ['snippets', 'app', 'start'].findIndex((part) => file.startsWith(part));
const loaded = [...ending('.wasm', '.css'), ...ending('.js').sort((a, b) => rank(a) - rank(b))];
for (const file of loaded) {
  let bytes = readFileSync(at(file));
  if (file.endsWith('.js')) {
    let text = bytes.toString();
    for (const [old, name] of named) text = text.replace(mention(old), `./${name}`);
    // The page is loaded from where its scripts are, which may be another site than the document's.
    text = text.replace(/(module_or_path: )('\.\/[^']+\.wasm')/, '$1new URL($2, import.meta.url)');
    bytes = Buffer.from(text);
    writeFileSync(at(file), bytes);
  }
  const stem = path.basename(file).replace(/(-[0-9a-f]{16})?(_bg)?\.\w+$/, '');
  const name = `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${path.extname(file)}`;
  renameSync(at(file), at(name));
  named.set(file.split(path.sep).join('/'), name);
}
rmSync(at('snippets'), { recursive: true, force: true });

page = page.replace(INLINE, `<script type="module" src="./${named.get('start.js')}"></script>`);
for (const [old, name] of named) page = page.replace(mention(old), `./${name}`);
// Trunk's digests are of the files as they were.
page = page.replace(/ (data-)?integrity="[^"]*"/g, '');
writeFileSync(index, page);
// The one name that other sites load the element by.
writeFileSync(at('baoyan.js'), `import './${named.get('start.js')}';\n`);
