// What a search has to find: the articles in which the characters stand, by a plain scan of the folded text. A line break of the
// source parts nothing: newspapers break lines, and pages, anywhere.

import { execFileSync } from 'node:child_process';

/** The searched form of characters, as the contract of `baoyan analyze` has it: one character for each. */
function folding(baoyan, characters) {
  const lines = [];
  for (let at = 0; at < characters.length; at += 100) lines.push(characters.slice(at, at + 100).join(''));
  const answers = execFileSync(baoyan, ['analyze'], { input: lines.join('\n'), maxBuffer: 2 ** 28 }).toString().trim();
  const folded = answers.split('\n').flatMap((answer) => [...JSON.parse(answer).normalized]);
  if (folded.length !== characters.length) throw new Error('analyze did not fold one character to one');
  return new Map(characters.map((character, at) => [character, folded[at]]));
}

export class Truth {
  #folding;
  #bodies;

  /** `baoyan` is the program that says how text is folded. */
  constructor(articles, baoyan) {
    const distinct = new Set(articles.flatMap(({ body }) => [...new Set(body)]));
    distinct.delete('\n');
    this.#folding = folding(baoyan, [...distinct]);
    this.#bodies = articles.map(({ id, body }) => ({ id, folded: this.#fold(body.replaceAll('\n', '')) }));
  }

  /** The ids of the articles that have each of `texts`; these are taken from the articles. */
  holding(texts) {
    const wanted = texts.map((text) => this.#fold(text));
    return this.#bodies.filter(({ folded }) => wanted.every((text) => folded.includes(text))).map(({ id }) => id);
  }

  #fold(text) {
    return Array.from(text, (character) => this.#folding.get(character) ?? character).join('');
  }
}
