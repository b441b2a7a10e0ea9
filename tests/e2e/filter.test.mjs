// A reader narrows the answer by a facet or by a bar of a chart.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { soon, story } from './reader.mjs';

story('a facet narrows the answer to as many articles as it says, and again widens it', {}, async (reader) => {
  await reader.seesResults(6);
  const facet = reader.part('facet').filter({ hasText: '北山区' }).first();
  const promised = Number((await facet.innerText()).match(/\d+(?=\D*$)/)[0]);
  assert.equal(promised, 2);
  await facet.click();
  await reader.seesResults(promised);
  await reader.part('facet').filter({ hasText: '北山区' }).first().click();
  await reader.seesResults(6);
});

story('a facet adds to the query', {}, async (reader) => {
  await reader.search('问题');
  await reader.seesResults(2);
  await reader.part('facet').filter({ hasText: '临汐县' }).first().click();
  await reader.seesTitles(['临汐县办好夜市']);
});

for (const chart of ['county', 'year']) {
  story(`a bar of the ${chart} chart leads to its articles`, {}, async (reader) => {
    await reader.seesResults(6);
    const bar = reader.bars(chart).locator('visible=true').first();
    const [key, value] = [await bar.getAttribute('data-key'), Number(await bar.getAttribute('data-value'))];
    assert.ok(value > 0, `the first bar, ${key}, stands for something`);
    await bar.click();
    await soon(async () => assert.ok((await reader.results.count()) < 6));
    assert.ok((await reader.results.count()) > 0);
    for (const text of await reader.results.allInnerTexts()) assert.ok(text.includes(key), `${text} is of ${key}`);
  });
}

story('both charts answer the query', {}, async (reader) => {
  await reader.seesResults(6);
  const sum = async (chart) =>
    (await reader.bars(chart).evaluateAll((bars) => bars.map((bar) => Number(bar.dataset.value)))).reduce((a, b) => a + b, 0);
  const [counties, years] = [await sum('county'), await sum('year')];
  assert.ok(counties > 0 && years > 0);
  await reader.search('茶园');
  await soon(async () => {
    assert.ok((await sum('county')) < counties);
    assert.ok((await sum('year')) < years);
  });
});

story('a chart can be taken along as a table and as a drawing', {}, async (reader) => {
  await reader.seesResults(6);
  const chart = reader.part('county-chart');
  await chart.locator('summary').click();
  const take = async (kind) => {
    const [download] = await Promise.all([reader.page.waitForEvent('download'), chart.getByRole('button', { name: kind }).click()]);
    assert.ok(download.suggestedFilename().endsWith(`.${kind.toLowerCase()}`));
    return readFile(await download.path(), 'utf8');
  };
  const rows = (await take('CSV')).split('\r\n');
  assert.match(rows[0], /^\uFEFF县区,/);
  for (const bar of await reader.bars('county').all()) {
    const row = `${await bar.getAttribute('data-key')},${await bar.getAttribute('data-value')},`;
    assert.ok(rows.some((line) => line.startsWith(row)), row);
  }
  const drawing = await take('SVG');
  assert.match(drawing, /^<svg xmlns=/);
  assert.ok(drawing.includes('北山区'));
});

story('days are typed as readers write them, and stand in the query, the chips and the address', {}, async (reader) => {
  await reader.seesResults(6);
  await reader.page.locator('#from').fill('2023年11月');
  await reader.page.locator('#to').fill('2023.12');
  await reader.page.keyboard.press('Enter');
  await reader.seesTitles(['临汐茶农有了新帮手', '“晚霞课堂”开进村里']);
  assert.equal(await reader.box.inputValue(), '日期:2023-11..2023-12');
  assert.match(await reader.page.locator('.chip').innerText(), /2023年11月至12月/);
  await reader.page.reload();
  await reader.seesResults(2);
  assert.equal(await reader.page.locator('#from').inputValue(), '2023-11');
  await reader.page.locator('.chip').click();
  await reader.seesResults(6);
  assert.equal(await reader.page.locator('#to').inputValue(), '');
});

story('what is no date is said, and stays to be mended', {}, async (reader) => {
  await reader.seesResults(6);
  await reader.page.locator('#from').fill('三月');
  await reader.page.keyboard.press('Tab');
  await reader.page.getByText('日期写作').waitFor();
  assert.equal(await reader.page.locator('#from').inputValue(), '三月');
  await reader.seesResults(6);
});

story('kinds and reporters narrow the answer to as many as they say, and all filters go at once', {}, async (reader) => {
  await reader.seesResults(6);
  for (const name of [/林知远/, /品牌|课堂|行动|工程/]) {
    const facet = reader.part('facet').filter({ hasText: name }).first();
    const promised = Number((await facet.locator('.count').innerText()));
    await facet.click();
    await reader.seesResults(promised);
  }
  assert.equal(await reader.page.locator('.chip').count(), 2);
  await reader.page.getByRole('button', { name: '全部取消' }).click();
  await reader.seesResults(6);
});

story('a county and an initiative have addresses that can be written by hand', { at: '?county=临汐县&utm_source=paper' }, async (reader) => {
  await reader.seesResults(2);
  await soon(async () => assert.equal(await reader.box.inputValue(), '县:临汐县'));
  assert.match(reader.page.url(), /\?q=.*&utm_source=paper$/);
});

story('an odd address is repaired, and that is said', { at: '?q=县&sort=best&page=99&theme=pink' }, async (reader) => {
  await soon(async () => assert.ok((await reader.results.count()) > 0));
  const notice = await reader.page.locator('.ask .notes').innerText();
  for (const odd of ['sort=best', 'page=99', 'theme=pink']) assert.ok(notice.includes(odd), notice);
  await soon(async () => assert.equal(new URL(reader.page.url()).search, `?q=${encodeURIComponent('县')}`));
  await reader.search('茶园');
  await reader.seesResults(1);
  assert.equal(await reader.page.locator('.ask .notes').count(), 0);
});
