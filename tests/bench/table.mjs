// The results as Markdown.

import { balance } from './measure.mjs';

const OURS = 'baoyan';
const FLOOR = 'scan'; // No peer: it has no index and ranks nothing.

const bytes = (number) => (number === 0 ? '0' : number < 1e6 ? `${(number / 1e3).toFixed(1)} kB` : `${(number / 1e6).toFixed(2)} MB`);
const time = (milliseconds) => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
const share = (number) => number.toFixed(3);
const seconds = (number) => `${number.toFixed(1)} s`;
const or = (show) => (value) => (value === null || value === undefined ? '–' : show(value));
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
const both = ({ n, precision, recall }, asked) => `${or(share)(precision)} / ${or(share)(recall)}${n < asked ? ` (n=${n})` : ''}`;

/** What is compared: how it is had of an engine's mode, how it is shown, and whether more is better. */
const MEASURES = [
  ['build, processor time', ({ built }) => built.cpu, seconds, false],
  ['index with brotli', ({ size }) => size.brotli, bytes, false],
  ['engine', ({ cold }) => cold.engine, bytes, false],
  ['first answer, everything', ({ cold }) => cold.first, bytes, false],
  ['further answer', ({ cold }) => cold.further, bytes, false],
  ['first answer', ({ cold }) => cold.milliseconds, time, false],
  ['two words, warm, median', ({ mode }) => mode.times.two.median, time, false],
  ['two words, warm, 95 %', ({ mode }) => mode.times.two.p95, time, false],
  ['memory of the page', ({ memory }) => memory, bytes, false],
  ['known item, MRR', ({ mode }) => mode.known.mrr, share, true],
  ['known item, recall in ten', ({ mode }) => mode.known.recall, share, true],
  ['phrase, balance of precision and recall', ({ mode }) => balance(mode.phrase), share, true],
  ['two words, balance', ({ mode }) => balance(mode.two), share, true],
  ['substring, balance', ({ mode }) => balance(mode.substring), share, true],
  ['the least of MRR and the balances', ({ mode }) => Math.min(mode.known.mrr, ...['phrase', 'two', 'substring'].map((kind) => balance(mode[kind]))), share, true],
];

/** Each measure of ours, of our one default mode, against whichever peer, in whichever of its modes, is best at it. */
function comparison(engines) {
  const ours = engines.find(({ name }) => name === OURS);
  const modes = engines.flatMap((engine) => Object.entries(engine.modes).map(([mode, results]) => ({ ...engine, title: `${engine.name}: ${mode}`, mode: results })));
  const peers = modes.filter(({ name }) => name !== OURS && name !== FLOOR);
  const ratio = (own, best) => (own === null || best === 0 ? '–' : `× ${(own / best).toFixed(2)}`);
  const rows = MEASURES.map(([what, value, show, isMoreBetter]) => {
    const own = value({ ...ours, mode: ours.modes.default });
    const known = peers.filter((peer) => value(peer) !== null);
    if (known.length === 0) return row(what, or(show)(own), '–', '–');
    const best = known.reduce((a, b) => (value(a) !== value(b) && isMoreBetter === value(b) > value(a) ? b : a));
    return row(what, or(show)(own), `${show(value(best))} (${best.title})`, ratio(own, value(best)));
  });
  return table(['', 'Baoyan', 'best peer', 'Baoyan to it'], rows);
}

const sizes = (engines) => table(
  ['', 'index', 'gzip -9', 'brotli', 'engine', 'first answer', 'requests', 'further answer', 'requests'],
  engines.map(({ name, size, cold }) => row(name, bytes(size.raw), bytes(size.gzip), bytes(size.brotli) + (size.isFast ? ' *' : ''),
    bytes(cold.engine), or(bytes)(cold.first), or(String)(cold.requests), or(bytes)(cold.further), or(String)(cold.furtherRequests))),
);

const pair = ({ median, p95 }) => `${or(time)(median)}, ${or(time)(p95)}`;
const warm = (title, times, rest) => row(title, ...['known', 'phrase', 'two'].map((kind) => pair(times[kind])), ...rest);

const times = (engines, native) => table(
  ['', 'known item', 'phrase', 'two words', 'first answer', 'memory', 'build: processor', 'wall', 'memory', 'load at build, at visit'],
  engines.flatMap(({ name, built, memory, cold, load, modes }) => Object.entries(modes).map(([mode, { times }]) => warm(`${name}: ${mode}`, times,
    [or(time)(cold.milliseconds), bytes(memory), seconds(built.cpu), seconds(built.wall), bytes(built.memory), `${built.load.toFixed(1)}, ${load.toFixed(1)}`])))
    .concat(warm('baoyan, native', native.times, Array(6).fill(''))),
);

const kinds = (title, mode, asked, cold) => row(title, `${or(share)(mode.known.mrr)} / ${or(share)(mode.known.recall)}${mode.known.n < asked ? ` (n=${mode.known.n})` : ''}`,
  both(mode.phrase, asked), both(mode.two, asked), both(mode.substring, asked), or(share)(cold));

const quality = (engines, native, asked) => table(
  ['', 'known item: MRR / recall in ten', 'phrase: precision / recall', 'two words', 'substring', 'phrase, new session: recall'],
  engines.flatMap(({ name, modes, cold }) => Object.entries(modes).map(([mode, results], at) => kinds(`${name}: ${mode}`, results, asked, at === 0 ? cold.recall : null)))
    .concat(kinds('baoyan, native', native, asked, null)),
);

/** All of it. `engines` are those that ran, `failures` lines about the others. */
export function report({ title, machine, corpus, engines, native, failures, asked, rerun }) {
  return `# ${title}

${machine}

${corpus}

Again: \`${rerun}\`

## Baoyan and the best peer at each measure

Baoyan is measured in its one default mode, a peer in whichever mode is best. Times mean little unless the load was near 0.

${comparison(engines)}

## Bytes

The host packs with brotli. An index holds the texts too, but for minisearch, flexsearch, lunr and elasticlunr. The engine is the code
and the looks that a first visit fetches. The first answer is all that goes over the wire until ten articles are shown with their texts; the further one is
to two other words, in the same visit. Medians.${engines.some(({ size }) => size.isFast) ? ' * Packed fast: brotli’s best takes too long for a file of that size.' : ''}

${sizes(engines)}

## Times and memory

Warm: median and 95th percentile until the first ten are known, in Chromium; those of Baoyan come with their snippets. First answer: from the
beginning of the visit, over loopback. Memory: what is resident of the page's process, and of the largest process that builds.

${times(engines, native)}

## Quality

Bodies alone are indexed. Known item: a headline is asked for. The others: against a plain scan of the folded text; precision is the mean over
queries that found something. n is given where the time ran out.

${quality(engines, native, asked)}
${failures.map((failure) => `\n${failure}\n`).join('')}`;
}
