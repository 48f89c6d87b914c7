/** The rehearsal: what would come of a complaint, and whether the rulebooks keep what their storylines say. */
import { expect, test } from '@jest/globals';
import { choose, hasNoSidewaysScroll, phone, sitDown } from './desk.js';
import { browser, house } from './opened.js';

const sit = (options = {}) => sitDown(browser, house, 'supervisor', options);

test('nobody acts: the whole ladder, with its clauses', async () => {
  const { page, context } = await sit();
  await page.getByRole('link', { name: '演练' }).click();
  await choose(page, '看多久', '三个月');
  await page.getByRole('button', { name: '演练：没人处理' }).click();
  const rungs = page.locator('[data-event=SeverityRaised]');
  await rungs.first().waitFor();
  const said = await rungs.allInnerTexts();
  expect(said).toEqual([
    expect.stringMatching(/级别升为重要[^]*WY-4\.6\.3\.4/),
    expect.stringMatching(/级别升为热点[^]*WY-4\.6\.3\.3/),
    expect.stringMatching(/级别升为重大[^]*WY-4\.6\.3\.2/),
  ]);
  expect(await page.locator('[data-event=DeadlineMissed]').count()).toBeGreaterThan(2);
  expect(await page.locator('[data-clock="resolve.major"]').getAttribute('data-state')).toBe('missed');
  await context.close();
});

test('a step that the rulebook refuses is shown with its code', async () => {
  const { page, context } = await sit(phone);
  await page.goto('/rehearsal?rulebook=WY');
  await page.getByRole('button', { name: '添加一步' }).click();
  await choose(page, '做什么', '受理');
  await choose(page, '以什么岗位', '回访员');
  await page.locator('.ant-drawer-footer').getByRole('button', { name: '添加一步' }).click();
  await page.locator('.rehearsal-steps').getByText('受理').waitFor();
  await page.getByRole('button', { name: '演练', exact: true }).click();
  expect(await page.locator('[data-event=refused]').innerText()).toContain('forbidden');
  await hasNoSidewaysScroll(page);
  await context.close();
});

test('a storyline that ships with the rulebook plays with every expectation met', async () => {
  const { page, context } = await sit();
  await page.goto('/rulebooks/WY');
  await page.locator('[data-storyline=ladder-by-age]').click();
  await page.locator('.expectations.ok').waitFor();
  const ticks = await page.locator('.expectations li > [role=img]').allInnerTexts();
  expect(ticks.length).toBeGreaterThan(10);
  expect(new Set(ticks)).toEqual(new Set(['✓']));
  expect(await page.locator('.expectations summary').innerText()).toContain(`${ticks.length} 项预期全部符合`);
  await context.close();
});
