// What axe-core looks for, in the states that readers meet.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { story } from './reader.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Each fault in a line: the rule, and where. */
async function faults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

for (const dark of [false, true]) {
  const light = dark ? 'dark' : 'light';

  story(`axe finds nothing in the list, ${light}`, { dark }, async (reader) => {
    await reader.search('县里');
    await reader.seesResults(2);
    assert.deepEqual(await faults(reader.page), []);
  });

  story(`axe finds nothing in an article, ${light}`, { dark }, async (reader) => {
    await reader.search('茶园');
    await reader.seesResults(1);
    await reader.part('result-title').click();
    await reader.part('article').waitFor();
    assert.deepEqual(await faults(reader.page), []);
  });
}

story('axe finds nothing where nothing was found', {}, async (reader) => {
  await reader.search('飞碟降落');
  await reader.seesResults(0);
  assert.deepEqual(await faults(reader.page), []);
});

story('axe finds nothing on a phone', { width: 320 }, async (reader) => {
  await reader.seesResults(6);
  assert.deepEqual(await faults(reader.page), []);
});
