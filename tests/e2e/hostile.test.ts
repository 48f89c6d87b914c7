/** What somebody writes is text on every page, whatever it looks like: no script of theirs ever runs. */
import { expect, test } from '@jest/globals';
import { ask, bringTo, file } from './office.js';
import { sitDown } from './desk.js';
import { browser, house } from './opened.js';

const tag = `<img src=x onerror="window.struck='img'"><script>window.struck='script'</script><svg onload="window.struck='svg'">`;
const link = `javascript:window.struck='link'`;

test('hostile words in text, name, file name and plan stay words', async () => {
  const complainant = { name: `"><b>${tag}`.slice(0, 100), room: tag.slice(0, 60), address: link };
  const { id } = await bringTo(house, 'awaitingApproval', {
    text: `${tag} ${link} {{constructor.constructor('window.struck=1')()}}`,
    remedySought: tag,
    complainant,
    facts: { media: 'exposed' },
  });
  await ask(house, 'supervisor', `complaints/${id}/comment`, { text: `${tag} [点我](${link})` });
  await ask(house, 'supervisor', `complaints/${id}/returnPlan`, { reason: tag });
  await ask(house, 'handler', `complaints/${id}/propose`, {
    measures: tag,
    owner: 'handler',
    finishBy: new Date(Date.now() + 7_200_000).toISOString(),
  });
  await ask(house, 'reception', `complaints/${id}/attach`, {
    name: `${tag}.pdf`.slice(0, 200),
    sha256: 'a'.repeat(64),
  });
  await file(house, { text: `${tag} 电梯坏了`, complainant });
  for (const [user, paths] of [
    ['supervisor', ['/tasks', '/complaints', `/complaints/${id}`, `/complaints/${id}/review`, '/bulletins', '/inbox']],
    ['hq', ['/board', `/complaints/${id}`]],
    ['auditor', [`/complaints/${id}/history`]],
  ] as const) {
    const { page, context } = await sitDown(browser, house, user);
    for (const path of paths) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect({ path, struck: await page.evaluate('window.struck ?? null') }).toEqual({ path, struck: null });
      expect(await page.locator('main img[src="x"], main script, main a[href^="javascript:"]').count()).toBe(0);
    }
    // it was there all the same, as words
    if (user === 'supervisor') {
      await page.goto(`/complaints/${id}`);
      expect(await page.locator('.said').innerText()).toContain('onerror=');
    }
    await context.close();
  }
});

test('logging in leads to a place of ours, whatever was asked for', async () => {
  const { page, context } = await sitDown(browser, house, 'supervisor');
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'javascript:window.struck=1',
    '/api/session/oidc/leave',
  ]) {
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await page.locator('.rail').waitFor();
    expect({ next, origin: new URL(page.url()).origin }).toEqual({ next, origin: house.url });
    expect(await page.evaluate('window.struck ?? null')).toBeNull();
  }
  await page.goto(`/login?next=${encodeURIComponent('/complaints?overdue=true')}`);
  await page.getByRole('heading', { level: 1, name: '投诉' }).waitFor();
  expect(new URL(page.url()).search).toBe('?overdue=true');
  await context.close();
});
