// A reader questions the charts: chooses one, counts something else, picks a mark, reads the sentences behind it, takes it along.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { soon, story } from './reader.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const KINDS = ['grid', 'panels', 'kinds', 'names', 'totals', 'tiles'];

const focused = (reader) =>
  reader.page.evaluate(() => {
    const { activeElement } = document.querySelector('baoyan-archive').shadowRoot;
    return activeElement?.dataset.key ?? activeElement?.tagName ?? null;
  });

const values = (reader, chart) =>
  reader.bars(chart).evaluateAll((bars) => Object.fromEntries(bars.map((bar) => [bar.dataset.key, Number(bar.dataset.value)])));

const more = (reader) => reader.part('more-chart');

story('another chart is chosen, and the address restores it', {}, async (reader) => {
  await reader.seesResults(6);
  await more(reader).getByRole('button', { name: '类别' }).click();
  await soon(async () => assert.match(await more(reader).locator('h2').innerText(), /类别/));
  await reader.page.reload();
  await soon(async () => assert.match(await more(reader).locator('h2').innerText(), /类别/));
  assert.match(reader.page.url(), /draw=kinds/);
});

story('an address with charts that are not there shows the first', { at: '?draw=pie&measure=weight&table=x.y&chart=9&at=7&unit=' }, async (reader) => {
  await reader.seesResults(6);
  assert.match(await more(reader).locator('h2').innerText(), /各县区逐年举措/);
});

story('what is counted is chosen for all charts', {}, async (reader) => {
  await reader.seesResults(6);
  const initiatives = await values(reader, 'county');
  await reader.page.locator('.measures').getByRole('button', { name: '文章' }).click();
  await soon(async () => assert.match(await reader.part('year-chart').locator('h2').innerText(), /文章/));
  assert.equal(Object.values(await values(reader, 'county')).reduce((a, b) => a + b), 6);
  await reader.page.locator('.measures').getByRole('button', { name: '数字' }).click();
  await soon(async () => assert.notDeepEqual(await values(reader, 'county'), initiatives));
});

story('a link to the sentences behind a mark shows them to others', {}, async (reader) => {
  await reader.seesResults(6);
  const bar = reader.bars('county').and(reader.page.locator('[role="button"]')).first();
  await bar.click();
  const sentences = reader.part('county-chart').locator('.sentence');
  await sentences.first().waitFor();
  const told = await sentences.allInnerTexts();
  await reader.page.reload();
  await soon(async () => assert.deepEqual(await sentences.allInnerTexts(), told));
  await bar.click();
  await soon(async () => assert.equal(await sentences.count(), 0));
  assert.doesNotMatch(reader.page.url(), /sentences=/);
});

story('a cell sets both filters and keeps the focus; its sentences lead into the article', {}, async (reader) => {
  await reader.seesResults(6);
  const cell = reader.bars('more').locator('visible=true').and(reader.page.locator('[role="button"]')).first();
  const key = await cell.getAttribute('data-key');
  const [county, year] = key.split(' ');
  await cell.focus();
  await reader.page.keyboard.press('Enter');
  await soon(async () => assert.equal(await reader.box.inputValue(), `县:${county} 举措年:${year}`));
  assert.equal(await focused(reader), key, 'the focus is where it was');
  assert.match(await reader.part('status').innerText(), /\d+篇文章/);
  const sentence = more(reader).locator('.sentence').first();
  await sentence.waitFor();
  assert.match(await more(reader).locator('.sentences .facts').first().innerText(), /第\d+行/);
  const name = await sentence.locator('mark').innerText();
  const whole = await sentence.textContent();
  await sentence.click();
  await reader.part('article').waitFor();
  await soon(async () => {
    const shown = await reader.page.evaluate(() => document.querySelector('baoyan-archive').shadowRoot.activeElement?.textContent);
    assert.equal(shown, name, 'the place is shown');
  });
  assert.equal((await reader.part('article').locator('.pointed').allTextContents()).join(''), whole, 'with its sentence');
  await reader.page.reload();
  await reader.part('article').waitFor();
  await soon(async () => assert.equal(await focused(reader), 'SPAN'));
  await reader.page.goBack();
  await reader.seesResults(await reader.results.count());
  assert.equal(await reader.box.inputValue(), `县:${county} 举措年:${year}`);
});

story('arrow keys lead from mark to mark, in a grid along and across', {}, async (reader) => {
  await reader.seesResults(6);
  const marks = reader.bars('county').and(reader.page.locator('[role="button"]'));
  await marks.first().focus();
  await reader.page.keyboard.press('ArrowDown');
  assert.equal(await focused(reader), await marks.nth(1).getAttribute('data-key'));
  const cells = reader.bars('more').and(reader.page.locator('[role="button"]'));
  await cells.first().focus();
  const year = (await focused(reader)).split(' ')[1];
  await reader.page.keyboard.press('ArrowDown');
  assert.equal((await focused(reader)).split(' ')[1], year, 'down stays in the year');
});

story('what a mark says is told beside the title, for a pointer and for the focus', {}, async (reader) => {
  await reader.seesResults(6);
  const bar = reader.bars('county').first();
  const tip = reader.part('county-chart').locator('.tip');
  await bar.hover();
  await soon(async () => assert.equal(await tip.innerText(), await bar.getAttribute('aria-label')));
  const second = reader.bars('county').nth(1);
  await second.focus();
  await soon(async () => assert.equal(await tip.innerText(), await second.getAttribute('aria-label')));
});

story('arrow keys move the ends of the range of dates', {}, async (reader) => {
  await reader.seesResults(6);
  const [from, to] = ['从', '到'].map((name) => reader.page.getByRole('slider', { name }));
  await from.focus();
  for (let step = 0; step < 30 && !/日期:/.test(await reader.box.inputValue()); step += 1) await reader.page.keyboard.press('ArrowRight');
  await soon(async () => assert.match(await reader.box.inputValue(), /^日期:\S+/));
  await soon(async () => assert.ok((await reader.results.count()) < 6));
  assert.ok(await from.evaluate((input) => input === input.getRootNode().activeElement), 'the focus stays on the end');
  assert.equal(await to.inputValue(), await to.getAttribute('max'));
  await reader.box.fill('');
  await reader.seesResults(6);
  await soon(async () => assert.equal(await from.inputValue(), '0'));
});

story('a table is sorted by the head of a column, then backwards, and the address keeps it', {}, async (reader) => {
  await reader.seesResults(6);
  const panel = reader.part('county-chart');
  await panel.locator('summary').click();
  const column = () => panel.locator('tbody tr td:nth-child(3)').allInnerTexts();
  await panel.getByRole('button', { name: '文章' }).click();
  await soon(async () => assert.equal(await panel.locator('th[aria-sort]').getAttribute('aria-sort'), 'descending'));
  const numbers = (await column()).map(Number);
  assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
  await panel.getByRole('button', { name: '文章' }).click();
  await soon(async () => assert.deepEqual((await column()).map(Number), numbers.reverse()));
  assert.match(reader.page.url(), /table=county\.2-/);
});

const csp = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

story('a chart has the whole screen, is used there, and gives it back', { csp }, async (reader) => {
  await reader.seesResults(6);
  const panel = reader.part('county-chart');
  const state = () => panel.evaluate((panel) => [document.fullscreenElement !== null, panel.querySelector('svg')?.clientWidth ?? 0]);
  const [, narrow] = await state();
  await panel.getByRole('button', { name: '全屏' }).click();
  await soon(async () => {
    const [fills, width] = await state();
    assert.ok(fills && width > 2 * narrow, `${width} after ${narrow}`);
  });
  await reader.bars('county').first().click();
  await soon(async () => assert.equal(await panel.locator('.picked').count(), 1));
  assert.equal((await state())[0], true);
  await panel.getByRole('button', { name: '全屏' }).click();
  await soon(async () => assert.deepEqual(await state(), [false, narrow]));
});

story('each chart can be taken along in four forms, under a strict policy too', { csp, at: '?draw=kinds' }, async (reader) => {
  await reader.seesResults(6);
  const panel = more(reader);
  await panel.locator('summary').click();
  const take = async (kind) => {
    const [download] = await Promise.all([reader.page.waitForEvent('download'), panel.getByRole('button', { name: kind }).click()]);
    assert.ok(download.suggestedFilename().endsWith(`.${kind.toLowerCase()}`), download.suggestedFilename());
    return readFile(await download.path());
  };
  const table = JSON.parse(await take('JSON'));
  const rows = (await take('CSV')).toString().split('\r\n');
  const drawn = await values(reader, 'more');
  for (const [name, total] of table.rows) assert.ok(rows.some((row) => row.startsWith(`${name},${total},`)), name);
  assert.deepEqual(table.rows.map((row) => row[1]), Object.values(drawn));
  assert.ok((await take('SVG')).toString().startsWith('<svg xmlns='));
  const picture = await take('PNG');
  assert.equal(picture.toString('latin1', 1, 4), 'PNG');
  assert.ok(picture.length > 5_000, `${picture.length} bytes are a picture`);
});

story('a chart is copied as a picture, and that is said', { csp }, async (reader) => {
  await reader.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.seesResults(6);
  const panel = reader.part('county-chart');
  await panel.locator('summary').click();
  await panel.getByRole('button', { name: '复制图片' }).click();
  await reader.page.getByText('图片已复制').waitFor();
  const [width, height] = await reader.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const { width, height } = await createImageBitmap(await item.getType('image/png'));
    return [width, height];
  });
  assert.ok(width > 400 && height > 200, `${width} × ${height}`);
});

for (const dark of [false, true]) {
  for (const width of [1280, 320]) {
    story(`axe finds nothing in any chart and nothing sticks out, ${dark ? 'dark' : 'light'}, ${width} px`, { dark, width, at: '?pane=charts' }, async (reader) => {
      await more(reader).waitFor();
      for (const kind of KINDS) {
        await reader.page.goto(`${reader.home}?pane=charts&draw=${kind}&q=${encodeURIComponent('县:云溪县')}`);
        await more(reader).locator('svg').waitFor();
        await more(reader).locator('summary').click();
        await reader.page.evaluate(AXE);
        const { violations } = await reader.page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${kind} ${id}: ${target} ${failureSummary}`)), []);
        const over = await reader.page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0, kind);
      }
    });
  }
}
