// Runs the tests that stand behind each promise, at length, and writes the table of tests/README.md: node tools/promises.mjs

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const README = path.join(ROOT, 'tests/README.md');
const BEGIN = '<!-- promises: ./dev promises writes what is between these -->', END = '<!-- end of promises -->';

// A test is a file of stories, or a module of a native test as `it damage`.
const PROMISES = [
  ['R1', 'No silent wrong answer: damage is said, with a way to try again', ['damage.test.mjs', 'it damage']],
  ['R2', 'A flipped bit is found before its bytes are used', ['it damage', 'damage.test.mjs']],
  ['R3', 'Readers do not panic on any bytes, and believe no length', ['fuzz', 'memory']],
  ['R4', 'What failed is tried again, after longer and longer, and once there is a connection', ['damage.test.mjs']],
  ['R5', 'An old page with a new archive, or the other way round, says so once', ['damage.test.mjs']],
  ['R6', 'An update is whole or not at all; a poisoned cache heals', ['offline.test.mjs']],
  ['R7', 'The strictest policy: every story runs under it, without a report', ['policy.test.mjs']],
  ['R8', 'No text is more than text', ['hostile.test.mjs']],
  ['R9', 'In a frame without rights the page works, and says what is off', ['embed.test.mjs']],
  ['R10', 'An engine that stops is replaced within a second, three times', ['crash.test.mjs', 'firefox.test.mjs']],
  ['R11', 'Memory: a ceiling, and a stop with a message', ['memory', 'damage.test.mjs', 'load.test.mjs']],
  ['R12', 'Old and odd browsers, storage denied, slow lines', ['old_browser.test.mjs', 'slow.test.mjs', 'firefox.test.mjs']],
  ['R13', 'The same input gives the same bytes; what is interrupted leaves the old', ['it builds', 'it site']],
  ['R14', '`check` finds every damage, and every fact in its text', ['it damage', 'it cli::shapes']],
];

const LONG = { BAOYAN_FLIPS: '1000', BAOYAN_LONG: '1' };

const run = (command, args) => {
  const env = { ...LONG, ...process.env };
  const { stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28, env });
  return `${stdout}\n${stderr}`;
};

const done = new Map();

/** What a test gave: whether all of it passed, how many, and what it measured. */
function outcome(name) {
  if (!done.has(name)) done.set(name, look(name));
  return done.get(name);
}

function look(name) {
  if (name === 'fuzz') return fuzzed();
  const [binary, filter] = name.split(' ');
  const story = path.join('tests/e2e', name);
  if (name.endsWith('.mjs') && !existsSync(path.join(ROOT, story))) return { words: 'no such test yet', figures: [] };
  process.stderr.write(`- ${name}\n`);
  const said = name.endsWith('.mjs')
    ? run('node', ['--test', '--test-reporter=tap', story])
    : run('cargo', ['test', '--quiet', '--test', binary, ...(filter ? [filter] : []), '--', '--nocapture']);
  const count = (pattern) => [...said.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);
  const good = count(/^# pass (\d+)/gm) + count(/^test result: .* (\d+) passed/gm);
  const bad = count(/^# fail (\d+)/gm) + count(/^test result: .* (\d+) failed/gm);
  const figures = [...said.matchAll(/※ (.*)/g)].map(([, figure]) => figure.trim());
  const words = bad || !good ? `**${bad} failed**, ${good} passed` : `${good} passed`;
  if (bad || !good) process.stderr.write(`${said.slice(-4000)}\n`);
  process.stderr.write(`  ${words}\n`);
  return { words, figures };
}

/** What the last run of `./dev fuzz` gave. */
function fuzzed() {
  const file = path.join(ROOT, 'fuzz/results.tsv');
  if (!existsSync(file)) return { words: 'not run', figures: [] };
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
  const bad = rows.filter(([, , , result]) => result !== 'ok').map(([target]) => target);
  const sum = (column) => rows.reduce((sum, row) => sum + Number(row[column]), 0).toLocaleString('en');
  return {
    words: bad.length ? `**failed: ${bad.join(', ')}**` : `${rows.length} targets`,
    figures: [`fuzz: ${sum(2)} inputs in ${sum(1)} s`],
  };
}

// What a test measured stands in the first row that names the test.
const told = new Set();
const rows = PROMISES.map(([name, promise, tests]) => {
  const all = tests.map((test) => [test, outcome(test)]);
  const link = (test) => `\`${test}\``;
  const results = all.map(([test, { words }]) => `${link(test)}: ${words}`).join('<br>');
  const figures = all.filter(([test]) => !told.has(test)).flatMap(([, { figures }]) => figures).join('<br>');
  tests.forEach((test) => told.add(test));
  return `| ${name} | ${promise} | ${results} | ${figures || '–'} |`;
});
const table = ['| | promise | tests | figures of the last run |', '|---|---|---|---|', ...rows].join('\n');
const readme = readFileSync(README, 'utf8');
const [before] = readme.split(BEGIN);
const [, after] = readme.split(END);
writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`);
