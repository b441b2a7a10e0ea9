// What the tables of the bench say, held against figures worked out by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { balance, exactness, quantile, ranking } from './measure.mjs';
import { random } from './random.mjs';
import { bigrams } from './tokens.mjs';

const query = (...wanted) => ({ text: '', wanted: new Set(wanted) });

test('a known item counts by its place among the first ten', () => {
  const found = [['a', 'b'], ['b', 'a'], [], [...'1234567890', 'a']];
  const { n, mrr, recall } = ranking(Array(4).fill(query('a')), found);
  assert.deepEqual([n, mrr, recall], [4, (1 + 1 / 2) / 4, 2 / 4]);
});

test('precision is of queries that found something, recall of all', () => {
  const queries = [query('a', 'b'), query('c'), query('d')];
  const exact = exactness(queries, [['a', 'x'], ['c'], []]);
  assert.deepEqual(exact, { n: 3, precision: (1 / 2 + 1) / 2, recall: (1 / 2 + 1 + 0) / 3 });
  assert.equal(balance({ precision: 0.5, recall: 1 }), 2 / 3);
  assert.equal(exactness([query('a')], [[]]).precision, null);
});

test('queries for which there was no time count for nothing', () => {
  assert.equal(exactness([query('a'), query('b')], [['a']]).recall, 1);
});

test('quantiles do not depend on the order', () => {
  const numbers = Array.from({ length: 100 }, (_, at) => 100 - at);
  assert.deepEqual([quantile(numbers, 0.5), quantile(numbers, 0.95), quantile([], 0.5)], [51, 96, null]);
});

test('a seed gives the same chance again, and a sample has each once', () => {
  const draw = () => random(7).sample([...'abcdefghij'], 10).join('');
  assert.equal(draw(), draw());
  assert.equal([...draw()].sort().join(''), 'abcdefghij');
});

test('pairs of Han characters do not swallow figures and letters', () => {
  assert.deepEqual(bigrams('修路3条ABC，共１２公里'), ['修路', '3', '条', 'abc', '共', '１２', '公里']);
});
