// How good answers are, and what a list of numbers comes to.

/** The value below which a share of the numbers lies; null where there are none. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

export const median = (numbers) => quantile(numbers, 0.5);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
export const mean = (numbers) => (numbers.length > 0 ? sum(numbers) / numbers.length : null);

/** Of the first ten ids for each query: mean reciprocal rank of the wanted one, and how often it is there. */
export function ranking(queries, found) {
  const ranks = found.map((ids, at) => ids.slice(0, 10).findIndex((id) => queries[at].wanted.has(id)) + 1);
  const [reciprocal, present] = [(rank) => (rank > 0 ? 1 / rank : 0), (rank) => Number(rank > 0)];
  return { n: found.length, mrr: mean(ranks.map(reciprocal)), recall: mean(ranks.map(present)) };
}

/** All ids for each query, against the wanted ones: precision is the mean over queries that found something, recall over all. */
export function exactness(queries, found) {
  const right = found.map((ids, at) => ids.filter((id) => queries[at].wanted.has(id)).length);
  const precisions = found.flatMap((ids, at) => (ids.length > 0 ? [right[at] / ids.length] : []));
  return { n: found.length, precision: mean(precisions), recall: mean(right.map((count, at) => count / queries[at].wanted.size)) };
}

/** Precision and recall as one number, their harmonic mean. */
export function balance({ precision, recall }) {
  return precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
}
