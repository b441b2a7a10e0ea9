// Makes a page that Trunk built fit for a strict Content-Security-Policy, and light: node tools/finish.mjs FOLDER [BARE ARCHIVE]
// BARE becomes the same page without ARCHIVE, which is compiled into the engine: sites bring an archive of their own.
// All scripts become one file, whose checksum the document names: browsers hold only what a document names itself against a
// checksum, not what a module imports. The glue between JavaScript and WebAssembly becomes a function, so that an engine
// that stopped can be given new glue. esbuild packs the scripts. The WebAssembly is made small by wasm-opt, loses the names of
// its functions, a quarter of it, and is packed, so that every host sends little; what the two call each other by is made short.

import { buildSync, transformSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { unpack } from '../static/js/unpack.mjs';
import { optimise } from './optimise.mjs';
import { pack } from './pack.mjs';
import { lighter } from './wasm.mjs';

const [folder, bare, archive] = process.argv.slice(2);
const SCRIPTS = path.join(import.meta.dirname, '../static/js');
const INLINE = /<script type="module">([^]*?)<\/script>/;
const EXPORTS = 'wasm = instance.exports;';
/** Where the ways to fetch and compile the engine begin, of which the page has its own. */
const LOADING = 'async function __wbg_load(';
/** What the glue asks for and every browser has that runs this WebAssembly. */
const HAD = ["typeof FinalizationRegistry === 'undefined'", "!('encodeInto' in cachedTextEncoder)"];
const IMPORT = /^import (.*) from (['"][^'"]+['"]);?$/gm;

const hash = (name, content, form) => createHash(name).update(content).digest(form);
const read = (...parts) => readFileSync(path.join(...parts), 'utf8');

/** Writes a file under a name by its content: whoever has it, from wherever and whenever, has the right one. */
function place(folder, name, content, ending = 'js') {
  const file = `./${name}-${hash('sha256', content, 'hex').slice(0, 16)}.${ending}`;
  writeFileSync(path.join(folder, file), content);
  return file;
}

const page = read(folder, 'index.html');
const [, glue, built] = page.match(INLINE)?.[1].match(/from '([^']+)'[^]*module_or_path: '([^']+)'/) ?? [];
if (!built) throw new Error(`${folder}/index.html has no inline module: Trunk starts the page in another way than it did`);

// What JavaScript and WebAssembly call each other by: `memory` and short names stay.
const names = new Map();
const rename = (long) => {
  if (long.length <= 8) return long;
  if (!names.has(long)) names.set(long, `$${names.size.toString(36)}`);
  return names.get(long);
};
optimise(path.join(folder, built));
const engine = lighter(readFileSync(path.join(folder, built)), rename);
rmSync(path.join(folder, built));
if (bare) {
  rmSync(bare, { recursive: true, force: true });
  cpSync(folder, bare, { recursive: true });
  await finish(bare, without(engine, readFileSync(archive)));
}
await finish(folder, engine);

/** The engine with nothing where the archive was. */
function without(engine, archive) {
  const at = engine.indexOf(archive);
  if (at < 0 || engine.indexOf(archive, at + 1) >= 0) throw new Error(`the engine does not have the archive of ${archive.length} bytes once`);
  return Buffer.from(engine).fill(0, at, at + archive.length);
}

/** Packs the engine, and gives the page in the folder the form that it is published in. */
async function finish(folder, engine) {
  const packed = pack(engine);
  // In bytes as few as ever come, so that a function that takes too many of them is found.
  let sent = 0;
  const unpacked = await unpack(engine.length, async () => (sent < packed.length ? packed.subarray(sent, (sent += 100)) : null));
  if (!engine.equals(unpacked)) throw new Error('the engine is not the same once it is unpacked');
  const file = place(folder, 'app', packed, 'bin');
  const [, sheet] = page.match(/href="(\.\/page-[^"]+\.css)"/) ?? [];
  const css = place(folder, 'page', readFileSync(path.join(folder, sheet)), 'css');
  rmSync(path.join(folder, sheet));

  const glued = read(folder, glue);
  for (const part of [EXPORTS, LOADING]) if (glued.split(part).length !== 2) throw new Error(`${glue} no longer has “${part}” once`);
  for (const part of HAD) if (!glued.includes(part)) throw new Error(`${glue} no longer asks “${part}”`);
  // What WebAssembly imports as it is, without glue, it finds in the module as a whole.
  const imports = [...glued.matchAll(IMPORT)].map(([, what, file]) => {
    const source = path.resolve(folder, file.slice(1, -1));
    const [, name] = what.match(/^\* as (.*)$/) ?? [];
    if (!name) return `import ${what} from ${JSON.stringify(source)};`;
    const exported = [...read(source).matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)];
    const members = exported.map(([, its]) => `${names.get(its) ?? its}: its_${name}.${its}`);
    return `import * as its_${name} from ${JSON.stringify(source)}; const ${name} = { ${members.join(', ')} };`;
  });
  const body = HAD.reduce((left, part) => left.replaceAll(part, 'false'), glued.slice(0, glued.indexOf(LOADING)))
    // None of its functions asks what it is called on.
    .replaceAll(/function\(\) \{ return handleError\(function \(([^)]*)\) \{/g, 'caught(($1) => {')
    .replaceAll('}, arguments); }', '})')
    .replaceAll(/: function\(([^)]*)\) \{/g, ': ($1) => {')
    .replace(EXPORTS, 'wasm = guarded(instance.exports);')
    .replace(IMPORT, '')
    .replace(/^export /gm, '')
    .replace(/[\w$]+/g, (word) => names.get(word) ?? word);
  const sums = { PACKED384: hash('sha384', packed, 'base64'), MODULE384: hash('sha384', engine, 'base64') };
  const constants = { ENGINE: file, PACKED: packed.length, MODULE: engine.length, ...sums };
  const script = [
    ...Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`),
    `import { guarded } from './guard.js';`,
    ...imports,
    `function glue() {\nconst caught = (act) => (...all) => handleError(act, all);\n${body}\nreturn async (module) => __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n}`,
    read(SCRIPTS, 'start.js'),
  ].join('\n');
  const bundle = buildSync({
    stdin: { contents: script, resolveDir: SCRIPTS },
    ...{ bundle: true, write: false, minify: true, format: 'esm', target: 'es2022', legalComments: 'none' },
  });
  rmSync(path.join(folder, glue));
  rmSync(path.join(folder, 'snippets'), { recursive: true, force: true });

  // Browsers that lack something must be able to read that they do.
  const support = place(folder, 'support', transformSync(read(SCRIPTS, 'support.js'), { minify: true, target: 'es5' }).code);
  const app = place(folder, 'app', bundle.outputFiles[0].text);
  // The one name that other sites load the element by.
  writeFileSync(path.join(folder, 'baoyan.js'), `import '${app}';\n`);
  const finished = page
    .replaceAll(built, file)
    .replace(' type="application/wasm"', '')
    .replaceAll(sheet, css)
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(INLINE, `<script src="${support}"></script><script type="module" src="${app}"></script>`)
    // The engine is checked where it is started: browsers do not take a preload that they would have to check themselves.
    .replace(/<(?:script|link)\b(?![^>]*\bas="fetch")[^>]*? (?:src|href)="(\.\/[^"]+-[0-9a-f]{15,16}\.\w+)"[^>]*/g, (tag, file) =>
      `${tag.replace(/ integrity="[^"]*"/, '').replace(/\/$/, '')} integrity="sha384-${hash('sha384', readFileSync(path.join(folder, file)), 'base64')}"`,
    );
  writeFileSync(path.join(folder, 'index.html'), finished);
}
