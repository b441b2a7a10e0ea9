// The queries, drawn from the articles by chance that is the same in every run; each kind has a chance of its own.

import { random } from './random.mjs';

const SEEDS = { known: 11, phrase: 12, two: 13, substring: 14, cold: 15 };
const HEADLINE = 6; // Shorter ones are names of columns.
const VISITS = 10;
const SHOWN = 10; // Articles on a page of results.
const HAN = /^\p{Script=Han}+$/u;

/**
 * `count` queries of each kind, as a reader types them, each `{text, wanted}`, with the ids of the articles it has to find:
 *
 * - `known`: a headline that no other article has; wanted is the article it stands over;
 * - `phrase`: 4 to 8 Han characters in a row, wherever words begin and end;
 * - `two`: two nouns of one article;
 * - `substring`: 1 to 12 characters in a row, whatever they are: letters, figures, punctuation.
 *
 * `cold` are pairs of queries of two words that fill a page of results.
 */
export function queries(articles, count, truth) {
  const judged = ({ text, parts }) => ({ text, wanted: new Set(truth.holding(parts)) });
  return {
    known: headlines(articles, count),
    phrase: spans(articles, count, SEEDS.phrase, [4, 8], (text) => HAN.test(text)).map(judged),
    two: nouns(articles, count, SEEDS.two).map(judged),
    substring: spans(articles, count, SEEDS.substring, [1, 12], isSearchable).map(judged),
    cold: pairs(nouns(articles, VISITS * 40, SEEDS.cold).map(judged), Math.min(SHOWN, articles.length / 100)),
  };
}

function headlines(articles, count) {
  const times = new Map();
  for (const { title } of articles) times.set(title, (times.get(title) ?? 0) + 1);
  const fit = articles.filter(({ title }) => title.length >= HEADLINE && times.get(title) === 1);
  return random(SEEDS.known).sample(fit, count).map(({ id, title }) => ({ text: title, wanted: new Set([id]) }));
}

/** Different spans of `least` to `most` characters that are fit. */
function spans(articles, count, seed, [least, most], isFit) {
  const chance = random(seed);
  const drawn = new Set();
  for (let tries = 0; drawn.size < count && tries < count * 1000; tries++) {
    const paragraph = [...chance.pick(chance.pick(articles).body.split('\n'))];
    const length = least + chance.below(most - least + 1);
    const start = chance.below(Math.max(1, paragraph.length - length + 1));
    const text = paragraph.slice(start, start + length).join('');
    if (text.length >= least && isFit(text)) drawn.add(text);
  }
  return [...drawn].map((text) => ({ text, parts: [text] }));
}

/** What can be typed as one word: spaces, quotes and a hyphen in front are syntax to most engines. */
function isSearchable(text) {
  return /[\p{L}\p{N}]/u.test(text) && !/[\s"“”„«»]|^[-－−]/u.test(text);
}

/** Two different nouns of an article that has them. */
function nouns(articles, count, seed) {
  const chance = random(seed);
  const fit = articles.filter((article) => article.nouns.length >= 2);
  const drawn = new Map();
  for (let tries = 0; drawn.size < count && tries < count * 1000; tries++) {
    const parts = chance.sample(chance.pick(fit).nouns, 2);
    drawn.set(parts.join(' '), parts);
  }
  return [...drawn].map(([text, parts]) => ({ text, parts }));
}

/** Queries of at least so many answers, two for each visit. */
function pairs(queries, least) {
  const full = queries.filter(({ wanted }) => wanted.size >= least);
  return Array.from({ length: Math.min(VISITS, full.length >> 1) }, (_, visit) => full.slice(2 * visit, 2 * visit + 2));
}
