// No engine at all: every text is sent and looked through. What an index has to be better than.

export const modes = ['default'];

export async function build(articles) {
  return { 'articles.json': JSON.stringify(articles.map(({ body }) => body)) };
}

export async function open(address) {
  return (await fetch(`${address}articles.json`)).json();
}

export function search(session, query, { limit }) {
  const words = query.split(/\s+/);
  const found = session.map((body, id) => ({ id: String(id), body }));
  return found.filter(({ body }) => words.every((word) => body.includes(word))).slice(0, limit);
}

export const hit = ({ id, body }) => ({ id, text: body });
