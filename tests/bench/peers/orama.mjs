import { create, insertMultiple, load, save, search as ask } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';

const empty = () => create({ schema: { body: 'string' }, components: { tokenizer: createTokenizer() } });

export const modes = ['default', 'all'];

export async function build(articles) {
  const index = empty();
  await insertMultiple(index, articles.map(({ id, body }) => ({ id, body })));
  return { 'index.json': JSON.stringify(save(index)) };
}

export async function open(address) {
  const index = empty();
  load(index, await (await fetch(`${address}index.json`)).json());
  return index;
}

export async function search(session, query, { mode, limit }) {
  const { hits } = await ask(session, { term: query, limit, ...(mode === 'all' && { threshold: 0 }) });
  return hits;
}

export const hit = ({ id, document }) => ({ id, text: document.body });
