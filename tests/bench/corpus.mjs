// The articles that are searched: the month of the daily, or as many more as are wanted, made of its paragraphs.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { daily } from './daily.mjs';
import { random } from './random.mjs';

const SEED = 7;
const CACHE = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'baoyan', 'bench');

/** The month, fetched and cut into articles once. */
function month() {
  const file = path.join(CACHE, 'daily-1998-01.json');
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(daily()));
    renameSync(`${file}.${process.pid}`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * `count` articles `{id, title, body, date, nouns}`: the first of the month, and beyond it others that are put together from
 * paragraphs of different articles; these have neither title nor nouns.
 */
export function corpus(count) {
  const real = month().slice(0, count);
  const chance = random(SEED);
  const pool = real.flatMap(({ body }) => body.split('\n'));
  const lengths = real.map(({ body }) => body.split('\n').length);
  const made = (number) => {
    const body = Array.from({ length: chance.pick(lengths) }, () => chance.pick(pool)).join('\n');
    const [month, day] = [1 + (number % 12), 1 + (number % 28)].map((part) => String(part).padStart(2, '0'));
    return { title: '', body, date: `${1978 + (number % 20)}-${month}-${day}`, nouns: [] };
  };
  const others = Array.from({ length: count - real.length }, (_, number) => made(number));
  return [...real, ...others].map((article, number) => ({ id: String(number), ...article }));
}
