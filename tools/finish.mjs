// Makes a page that Trunk built fit for a strict Content-Security-Policy, and light: node tools/finish.mjs FOLDER
// The inline module that starts the page gives way to those of static/js/, which stand guard over the engine; scripts lose
// their comments and indents, and the WebAssembly the names of its functions, which are a quarter of it; what the two call
// each other by is made short. Whatever the document names has a checksum in the end.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { lighter } from './wasm.mjs';

const [folder] = process.argv.slice(2);
const INLINE = /<script type="module">([^]*?)<\/script>/;
const STATIC = path.join(import.meta.dirname, '../static/js');

const index = path.join(folder, 'index.html');
const page = readFileSync(index, 'utf8');
const [, glue, wasm] = page.match(INLINE)?.[1].match(/from '([^']+)'[^]*module_or_path: '([^']+)'/) ?? [];
if (!wasm) throw new Error(`${index} has no inline module: Trunk starts the page in another way than it did`);

// What JavaScript and WebAssembly call each other by: `memory` and short names stay.
const names = new Map();
const rename = (long) => {
  if (long.length <= 8) return long;
  if (!names.has(long)) names.set(long, `$${names.size.toString(36)}`);
  return names.get(long);
};

const files = readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file));
for (const file of files.filter((file) => file.endsWith('.wasm'))) writeFileSync(file, lighter(readFileSync(file), rename));
for (const script of files.filter((file) => file.endsWith('.js'))) {
  writeFileSync(script, lightScript(readFileSync(script, 'utf8')).replace(/[\w$]+/g, (word) => names.get(word) ?? word));
}

/** Only whole lines go: nothing that a string or a template may hold on a line with code. */
function lightScript(text) {
  return text
    .replace(/^\s*\/\*\*[^]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
}

/** Puts a script of static/js into the page's folder, under a name by its content. */
function place(name, change = (text) => text) {
  const script = change(lightScript(readFileSync(path.join(STATIC, `${name}.js`), 'utf8')));
  const file = `./${name}-${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`;
  writeFileSync(path.join(folder, file), script);
  return file;
}

const sha384 = (file) => createHash('sha384').update(readFileSync(path.join(folder, file))).digest('base64');

const guard = place('guard');
const EXPORTS = 'wasm = instance.exports;';
const glued = readFileSync(path.join(folder, glue), 'utf8');
if (glued.split(EXPORTS).length !== 2) throw new Error(`${glue} takes up the engine's exports in another way than it did`);
writeFileSync(path.join(folder, glue), `import { guarded } from '${guard}';\n${glued.replace(EXPORTS, 'wasm = guarded(instance.exports);')}`);

const engine = { GLUE: glue, WASM: wasm, BYTES: readFileSync(path.join(folder, wasm)).length, SHA384: sha384(wasm) };
const constants = Object.entries(engine).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
const start = place('start', (text) => `const ${constants.join(', ')};\n${text.replace('./guard.js', guard)}`);
const support = place('support');

const whole = page
  .replace(INLINE, `<script src="${support}"></script><script type="module" src="${start}"></script>`)
  .replace('</head>', `<link rel="modulepreload" href="${guard}" crossorigin="anonymous"></head>`)
  // What is fetched by the engine's start is checked there: browsers do not take a preload that they would check themselves.
  .replace(/<(?:script|link)\b(?![^>]*\bas="fetch")[^>]*? (?:src|href)="(\.\/[^"]+)"[^>]*/g, (tag, file) =>
    `${tag.replace(/ integrity="[^"]*"/, '').replace(/\/$/, '')} integrity="sha384-${sha384(file)}"`,
  );
writeFileSync(index, whole);
