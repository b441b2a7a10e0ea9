// Baoyan without a browser: the command line's own answers and times.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { exactness, median, quantile, ranking } from './measure.mjs';

/** Answers to queries, by `baoyan search --batch`, each handed to `take`. */
async function ask(archive, queries, limit, take) {
  const search = ['search', archive, '--batch', '--limit', String(limit)];
  const program = spawn(process.env.BAOYAN, search, { stdio: ['pipe', 'pipe', 'inherit'] });
  program.stdin.end(queries.map(({ text }) => `${text}\n`).join(''));
  for await (const line of createInterface({ input: program.stdout })) take(JSON.parse(line));
}

/** What `visit` gives for a mode, with `times` from the program's own clock. */
export async function native(archive, articles, queries) {
  const result = { times: {} };
  for (const kind of ['known', 'phrase', 'two', 'substring']) {
    const found = [];
    await ask(archive, queries[kind], kind === 'known' ? 10 : articles.length, ({ hits }) => found.push(hits.map(({ id }) => id)));
    result[kind] = kind === 'known' ? ranking(queries.known, found) : exactness(queries[kind], found);
    const took = [];
    await ask(archive, queries[kind], 10, ({ micros }) => took.push(micros / 1000));
    result.times[kind] = { n: took.length, median: median(took), p95: quantile(took, 0.95) };
  }
  return result;
}
