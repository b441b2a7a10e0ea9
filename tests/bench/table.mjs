// The results as Markdown.

import { balance } from './measure.mjs';

const OURS = 'baoyan';
const FLOOR = 'scan'; // No peer: it has no index and ranks nothing.

const bytes = (number) => {
  if (number === 0) return '0';
  return number < 1e6 ? `${(number / 1e3).toFixed(1)} kB` : `${(number / 1e6).toFixed(2)} MB`;
};
const time = (milliseconds) => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
const share = (number) => number.toFixed(3);
const seconds = (number) => `${number.toFixed(1)} s`;
const or = (show) => (value) => (value === null || value === undefined ? '–' : show(value));
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** The least of what a mode is worth to a reader who looks for an article, and to one who looks for characters. */
const least = ({ known, phrase, two, substring }) => Math.min(known.mrr, ...[phrase, two, substring].map(balance));

/** What is compared: how it is had of an engine and a mode's results, how it is shown, and whether more is better. */
const MEASURES = [
  ['build, processor time', ({ built }) => built.cpu, seconds, false],
  ['index with brotli', ({ size }) => size.brotli, bytes, false],
  ['engine', ({ cold }) => cold.engine, bytes, false],
  ['first answer, everything', ({ cold }) => cold.first, bytes, false],
  ['further answer', ({ cold }) => cold.further, bytes, false],
  ['first answer', ({ cold }) => cold.milliseconds, time, false],
  ['two words, warm, median', (_, { times }) => times.two.median, time, false],
  ['two words, warm, 95 %', (_, { times }) => times.two.p95, time, false],
  ['memory of the page', ({ memory }) => memory, bytes, false],
  ['known item, MRR', (_, { known }) => known.mrr, share, true],
  ['known item, recall in ten', (_, { known }) => known.recall, share, true],
  ['phrase, balance of precision and recall', (_, { phrase }) => balance(phrase), share, true],
  ['two words, balance', (_, { two }) => balance(two), share, true],
  ['substring, balance', (_, { substring }) => balance(substring), share, true],
  ['the least of MRR and the balances', (_, mode) => least(mode), share, true],
];

/** Every engine in each of its modes. */
function candidates(engines) {
  const modes = (engine) => Object.entries(engine.modes);
  return engines.flatMap((engine) => modes(engine).map(([mode, results]) => ({ engine, mode, results, title: `${engine.name}: ${mode}` })));
}

/** Each measure of ours, of our one default mode, against whichever peer, in whichever of its modes, is best at it. */
function comparison(engines) {
  const all = candidates(engines);
  const ours = all.find(({ engine, mode }) => engine.name === OURS && mode === 'default');
  const peers = all.filter(({ engine }) => engine.name !== OURS && engine.name !== FLOOR);
  const rows = MEASURES.map(([what, measure, show, isMoreBetter]) => {
    const value = ({ engine, results }) => measure(engine, results);
    const known = peers.filter((peer) => value(peer) !== null);
    const [best] = known.sort((a, b) => (isMoreBetter ? value(b) - value(a) : value(a) - value(b)));
    const own = value(ours);
    if (!best || own === null) return row(what, or(show)(own), best ? `${show(value(best))} (${best.title})` : '–', '–');
    const ratio = value(best) === 0 ? '–' : `× ${(own / value(best)).toFixed(2)}`;
    return row(what, show(own), `${show(value(best))} (${best.title})`, ratio);
  });
  return table(['', 'Baoyan', 'best peer', 'Baoyan to it'], rows);
}

function sizes(engines) {
  const head = ['', 'index', 'gzip -9', 'brotli', 'engine', 'first answer', 'requests', 'further answer', 'requests'];
  const rows = engines.map(({ name, size, cold }) => {
    const index = [bytes(size.raw), bytes(size.gzip), bytes(size.brotli) + (size.isFast ? ' *' : '')];
    const first = [or(bytes)(cold.first), or(String)(cold.requests)];
    return row(name, ...index, bytes(cold.engine), ...first, or(bytes)(cold.further), or(String)(cold.furtherRequests));
  });
  return table(head, rows);
}

/** Median and 95th percentile by kind of query. */
const warm = (times) => ['known', 'phrase', 'two'].map((kind) => `${or(time)(times[kind].median)}, ${or(time)(times[kind].p95)}`);

function latencies(engines, native) {
  const rows = candidates(engines).map(({ title, results }) => row(title, ...warm(results.times)));
  return table(['', 'known item', 'phrase', 'two words'], [...rows, row('baoyan, native', ...warm(native.times))]);
}

function costs(engines) {
  const head = ['', 'first answer', 'memory', 'load', 'build: processor', 'wall', 'memory', 'load'];
  const rows = engines.map(({ name, built, memory, cold, load }) => {
    const page = [or(time)(cold.milliseconds), bytes(memory), load.toFixed(1)];
    return row(name, ...page, seconds(built.cpu), seconds(built.wall), bytes(built.memory), built.load.toFixed(1));
  });
  return table(head, rows);
}

function quality(engines, native, asked) {
  const counted = (cell, n) => (n < asked ? `${cell} (n=${n})` : cell);
  const found = ({ mrr, recall, n }) => counted(`${or(share)(mrr)} / ${or(share)(recall)}`, n);
  const exact = ({ precision, recall, n }) => counted(`${or(share)(precision)} / ${or(share)(recall)}`, n);
  const cells = ({ known, phrase, two, substring }) => [found(known), exact(phrase), exact(two), exact(substring)];
  const rows = candidates(engines).map(({ engine, mode, results, title }) => {
    // Cold visits are made in the first mode alone.
    const cold = mode === Object.keys(engine.modes)[0] ? engine.cold.recall : null;
    return row(title, ...cells(results), or(share)(cold));
  });
  const head = ['', 'known item: MRR / recall in ten', 'phrase: precision / recall', 'two words', 'substring', 'phrase, new visit: recall'];
  return table(head, [...rows, row('baoyan, native', ...cells(native), '–')]);
}

const FAST = '\\* Packed fast: brotli’s best takes too long for a file of that size.\n\n';

/** All of it. `engines` are those that ran, ours first; `failures` are lines about the others. */
export function report({ title, machine, corpus, engines, native, failures, asked, rerun }) {
  return `# ${title}

${machine}

${corpus}

Again: \`${rerun}\`

## Baoyan and the best peer at each measure

Baoyan is measured in its one default mode; a peer, at each measure, in whichever of its modes is best. Times mean little unless the
load was near 0.

${comparison(engines)}

## Bytes

The host packs with brotli. An index holds the texts, too, but for minisearch, flexsearch, lunr and elasticlunr. The engine is the
code and the looks that a first visit fetches. The first answer is all that goes over the wire until ten articles are shown with their
texts, the further one what two other words need in the same visit: medians.

${sizes(engines)}

${engines.some(({ size }) => size.isFast) ? FAST : ''}## Times

Median and 95th percentile until the first ten are known, in Chromium, after others were asked. Baoyan’s come with their snippets.

${latencies(engines, native)}

The first answer is timed from the beginning of the visit, over loopback. Memory is what is resident of the page’s process, and the
most that one process of the build had.

${costs(engines)}

## Quality

Bodies alone are indexed. Known item: a headline is asked for. The others are held against a plain scan of the folded text; precision
is the mean over queries that found something, recall over all. n is given where the time ran out.

${quality(engines, native, asked)}
${failures.map((failure) => `\n${failure}\n`).join('')}`;
}
