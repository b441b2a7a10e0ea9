// The half of the bench that runs in the page, bundled with the peer whose three functions it calls; `window.bench`.

import { hit, open, search } from 'peer';

const INDEX = './index/';
const SHOWN = 10;
let session;

window.bench = {
  async open() {
    session = await open(INDEX);
  },

  /** Answers a query as a page of results does: the first ten, each with its text. Gives the milliseconds since the visit began. */
  async answer(query, mode) {
    const hits = await Promise.all((await search(session, query, { mode, limit: SHOWN })).map(hit));
    await Promise.all(hits.filter(({ text }) => text === undefined).map(({ id }) => fetch(`./texts/${id}.txt`).then((got) => got.text())));
    return performance.now();
  },

  /** The ids that each query finds, of as many queries as the seconds allow. */
  async find(queries, mode, limit, seconds) {
    const end = performance.now() + seconds * 1000;
    const found = [];
    for (const query of queries) {
      if (performance.now() > end) break;
      const hits = [];
      for (const result of await search(session, query, { mode, limit })) hits.push(await hit(result));
      found.push(hits.map(({ id }) => id));
    }
    return found;
  },

  /** The milliseconds that each query takes until its first ten are known, of as many queries as the seconds allow. */
  async time(queries, mode, seconds) {
    const end = performance.now() + seconds * 1000;
    const times = [];
    for (const query of queries) {
      const start = performance.now();
      if (start > end) break;
      await search(session, query, { mode, limit: SHOWN });
      times.push(performance.now() - start);
    }
    return times;
  },
};
