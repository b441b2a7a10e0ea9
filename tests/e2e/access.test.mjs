// What axe-core looks for, in the states that readers meet; and where the focus goes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { soon, story } from './reader.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Each fault in a line: the rule, and where. The size of targets is asked for by WCAG 2.2, and by axe only when it is told. */
async function faults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run({ rules: { 'target-size': { enabled: true } } }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

const open = async (reader) => {
  await reader.part('result-title').first().click();
  await reader.part('article').waitFor();
};

/** What leads to each state, from the page at `at`. */
const STATES = [
  { what: 'in the list', at: '?q=县里' },
  { what: 'in an article', at: '?q=茶园', act: open },
  { what: 'where nothing was found', at: '?q=飞碟降落' },
  { what: 'on the page of a county', at: '?county=云溪县' },
  { what: 'on the page of an initiative', at: '?initiative=清渠行动' },
  { what: 'where the address was odd', at: '?sort=best' },
  { what: 'in the help', act: (reader) => reader.page.keyboard.press('?') },
  {
    what: 'where a date was no date',
    act: async ({ page }) => {
      await page.locator('#from').fill('三月');
      await page.keyboard.press('Enter');
      await page.locator('#from[aria-invalid="true"]').waitFor();
    },
  },
  { what: 'on a phone', width: 320 },
  { what: 'in the filters on a phone', width: 320, at: '?pane=filters&q=县:云溪县' },
  { what: 'in the charts on a phone', width: 390, at: '?pane=charts' },
  { what: 'in an article on a phone', width: 390, at: '?q=茶园', act: open },
  { what: 'in English', at: '?lang=en&q=县里', act: open },
  { what: 'in traditional Chinese', at: '?lang=zh-TW' },
];

for (const { what, at = '', width, act } of STATES) {
  for (const dark of [false, true]) {
    story(`axe finds nothing ${what}, ${dark ? 'dark' : 'light'}`, { at, width, dark }, async (reader) => {
      await reader.part('status').first().waitFor();
      await act?.(reader);
      assert.deepEqual(await faults(reader.page), []);
    });
  }
}

/** What has the focus: its part of the page, its id, or its text. */
const focused = (reader) =>
  reader.page.locator('baoyan-archive').evaluate(({ shadowRoot }) => {
    const element = shadowRoot.activeElement;
    return element && (element.dataset.baoyan ?? (element.id || element.innerText.trim()));
  });

story('the focus stays where a choice was made, and goes to what is near when that is gone', { at: '?q=县:云溪县+年:2024' }, async (reader) => {
  const press = async (locator) => {
    await locator.focus();
    await reader.page.keyboard.press('Enter');
  };
  const facet = reader.part('facet').filter({ hasText: '2024' }).first();
  await press(facet);
  await soon(async () => assert.equal(await reader.box.inputValue(), '县:云溪县'));
  assert.equal(await focused(reader), 'facet');
  await press(facet);
  await soon(async () => assert.equal(await reader.box.inputValue(), '县:云溪县 年:2024'));
  const chips = reader.page.locator('.chip');
  await press(chips.first());
  await soon(async () => assert.equal(await chips.count(), 1));
  assert.match(await focused(reader), /2024/);
  await press(chips.first());
  await soon(async () => assert.equal(await chips.count(), 0));
  assert.equal(await focused(reader), 'status');
  await press(reader.page.locator('.to-dark'));
  await soon(async () => assert.match(await focused(reader), /日间/));
});

story('the help opens by a key and a button, and gives the focus back', {}, async (reader) => {
  await reader.part('result-title').first().focus();
  await reader.page.keyboard.press('?');
  const help = reader.page.getByRole('dialog');
  await help.waitFor();
  assert.match(await help.innerText(), /日期:2024-01/);
  await reader.page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  assert.equal(await focused(reader), 'result-title');
  await reader.page.getByRole('button', { name: '用法' }).click();
  await help.getByRole('button', { name: '关闭' }).click();
  await help.waitFor({ state: 'hidden' });
  assert.equal(await focused(reader), '用法');
});

story('single keys can be turned off, and the address remembers it', {}, async (reader) => {
  await reader.part('result-title').first().focus();
  await reader.page.keyboard.press('?');
  await reader.page.getByRole('button', { name: /单键快捷键/ }).click();
  await reader.page.keyboard.press('Escape');
  await reader.page.keyboard.press('?');
  await reader.page.keyboard.press('/');
  assert.equal(await reader.page.getByRole('dialog').count(), 0);
  assert.notEqual(await focused(reader), 'search-input');
  await reader.page.reload();
  await reader.part('result-title').first().focus();
  await reader.page.keyboard.press('/');
  assert.equal(await focused(reader), 'result-title');
});

story('on a phone what is chosen with a finger is large enough for one', { width: 390, at: '?q=县:云溪县' }, async (reader) => {
  const small = () =>
    reader.page.locator('baoyan-archive').evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('button, summary, .pager a, .in-results a, input')]
        .filter((element) => element.checkVisibility() && !element.closest('svg'))
        .map((element) => [element.innerText || element.id, element.getBoundingClientRect().height])
        .filter(([text, height]) => height < 43.5 && text !== 'query')
        .filter(([text]) => !/看表格|Show as table/.test(text)),
    );
  await reader.seesResults(2);
  assert.deepEqual(await small(), [], 'the list');
  await reader.page.getByRole('button', { name: /^筛选/ }).click();
  assert.deepEqual(await small(), [], 'the filters');
  await reader.page.getByRole('button', { name: '文章', exact: true }).click();
  await open(reader);
  const figures = (await reader.page.locator('.figures button').allInnerTexts());
  assert.deepEqual((await small()).filter(([text]) => !figures.includes(text)), [], 'an article');
});
