// Baoyan and its peers on the same articles and the same queries, in one run. `./dev bench` readies all and calls it:
// node tests/bench/bench.mjs [--articles N] [--queries N] [--peers NAME,…]

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { corpus } from './corpus.mjs';
import { native } from './native.mjs';
import { brotli } from './pack.mjs';
import { queries as draw } from './queries.mjs';
import { site } from './site.mjs';
import { report } from './table.mjs';
import { Truth } from './truth.mjs';
import { visit } from './visit.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const OUT = path.join(HERE, '../../target/bench');
const OURS = 'baoyan';
const NAMES = readdirSync(path.join(HERE, 'peers')).map((file) => path.basename(file, '.mjs')).sort();
const PEERS = NAMES.filter((name) => name !== OURS);
const USAGE = `usage: ./dev bench [--articles N] [--queries N] [--peers NAME,…], with peers of ${PEERS.join(', ')}`;

function wrong(what) {
  console.error(`bench: ${what}\n${USAGE}`);
  process.exit(2);
}

function options() {
  const numbers = { articles: { type: 'string', default: '2388' }, queries: { type: 'string', default: '300' } };
  let values;
  try {
    ({ values } = parseArgs({ options: { ...numbers, peers: { type: 'string' } } }));
  } catch (error) {
    wrong(error.message);
  }
  const [count, asked] = Object.keys(numbers).map((name) => {
    const number = Number(values[name]);
    return Number.isInteger(number) && number >= 20 ? number : wrong(`--${name} wants a whole number from 20`);
  });
  const names = values.peers?.split(',') ?? PEERS;
  const unknown = names.find((name) => !PEERS.includes(name));
  return unknown === undefined ? { count, asked, names: [OURS, ...names] } : wrong(`there is no peer ${unknown}`);
}

const say = (what) => console.error(`- ${what}`);

/** The bytes of an index: all files but code and looks. */
function size(files) {
  const index = [...files.values()].filter(({ isEngine }) => !isEngine);
  const sum = (key) => index.reduce((total, file) => total + file[key], 0);
  return { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli'), isFast: index.some(({ isFast }) => isFast) };
}

async function measure(name, articles, queries) {
  const { modes, page } = await import(`./peers/${name}.mjs`);
  const peer = { name, modes, page };
  say(`${name}: builds`);
  const { folder, files, built } = await site(peer, articles.length);
  say(`${name}: is visited`);
  const visited = await visit(peer, files, articles, queries);
  return { name, folder, size: size(files), built, ...visited };
}

function machine() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(HERE, 'package.json'), 'utf8'));
  const peers = Object.entries(devDependencies).filter(([name]) => name !== 'esbuild');
  const versions = peers.map(([name, version]) => `${name} ${version}`).join(', ');
  const load = loadavg().map((load) => load.toFixed(1)).join(', ');
  const processors = `${cpus().length} × ${cpus()[0].model}`;
  return `${new Date().toISOString().slice(0, 10)}, ${processors}, Node ${process.version}; load when it began: ${load}. ${versions}.`;
}

const { count, asked, names } = options();
const head = machine();
const articles = corpus(count);
const queries = draw(articles, asked, new Truth(articles, process.env.BAOYAN));
const text = articles.map(({ body }) => body).join('\n');
const plain = Buffer.from(text);
const facts = {
  title: `${count} articles, ${asked} queries of each kind`,
  machine: head,
  corpus: `The articles have ${text.length} characters, ${plain.length} bytes, ${brotli(plain).length} after brotli.`,
  asked,
  rerun: `./dev bench --articles ${count} --queries ${asked} --peers ${names.slice(1).join(',')}`,
};
const engines = [];
const failures = [];
const file = path.join(OUT, `${count}-articles.md`);
let markdown;
for (const name of names) {
  try {
    engines.push(await measure(name, articles, queries));
    if (name === OURS) facts.native = await native(path.join(engines[0].folder, 'index'), articles, queries);
  } catch (error) {
    if (name === OURS) throw error;
    failures.push(`${name} failed: ${error.message.trim().split('\n')[0]}`);
    say(failures.at(-1));
  }
  // After each of them: a run that is broken off has not been for nothing.
  markdown = report({ ...facts, engines, failures });
  mkdirSync(OUT, { recursive: true });
  writeFileSync(file, markdown);
}
console.log(markdown);
say(`This is in ${path.relative(process.cwd(), file)}, too.`);
