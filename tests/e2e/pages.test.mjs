// More articles than a page of hits has.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { soon, story } from './reader.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** An archive of 45 articles, each a day after the other, made by the program itself. */
const folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
const articles = Array.from({ length: 45 }, (_, i) => {
  const date = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
  return JSON.stringify({ id: `a${i + 1}`, title: `渠事第${i + 1}号`, body: `云溪县疏通沟渠${i + 1}条。`, date, county: '云溪县' });
});
await writeFile(path.join(folder, 'articles.jsonl'), articles.join('\n'));
execFileSync(path.join(ROOT, 'target/debug/baoyan'), ['index', path.join(folder, 'articles.jsonl'), '--out', folder], { stdio: 'pipe' });
const many = await readFile(path.join(folder, 'archive.baoyan'));

const archive = () => many;
const first = (reader) => reader.part('result-title').first().innerText();

story('hits come in pages, each with an address, and only one is drawn', { archive, at: '?q=沟渠&sort=oldest' }, async (reader) => {
  await reader.seesResults(20);
  const pager = reader.page.locator('.pager');
  assert.match(await pager.innerText(), /第1页，共3页/);
  await pager.getByText('下一页').click();
  await soon(async () => assert.equal(await first(reader), '渠事第21号'));
  assert.equal(await reader.results.count(), 20);
  assert.match(reader.page.url(), /page=2/);
  const status = await reader.part('status').evaluate((status) => status === status.getRootNode().activeElement);
  assert.ok(status, 'the reader is at the top of the new page');
  await pager.getByText('末页').click();
  await reader.seesResults(5);
  await reader.page.reload();
  await reader.seesResults(5);
  await reader.page.goBack();
  await soon(async () => assert.equal(await first(reader), '渠事第21号'));
});

story('the way through the results leads over the end of a page, and back to the right one', { archive, at: '?q=沟渠&sort=oldest' }, async (reader) => {
  await reader.seesResults(20);
  await reader.part('result-title').last().click();
  await reader.part('article').waitFor();
  assert.match(await reader.page.locator('.in-results').innerText(), /第20篇，共45篇/);
  await reader.page.locator('[data-turn="next"]').click();
  await soon(async () => assert.match(await reader.page.locator('.in-results').innerText(), /第21篇，共45篇/));
  assert.match(await reader.part('article').innerText(), /渠事第21号/);
  await reader.page.keyboard.press('Escape');
  await soon(async () => assert.equal(await first(reader), '渠事第21号'));
  const focused = await reader.box.evaluate((box) => box.getRootNode().activeElement.innerText);
  assert.equal(focused, '渠事第21号');
});

story('a page beyond the last is the last', { archive, at: '?page=9' }, async (reader) => {
  await reader.seesResults(5);
  assert.match(await reader.page.locator('.ask .notes').innerText(), /page=9/);
  assert.match(reader.page.url(), /page=3$/);
});
