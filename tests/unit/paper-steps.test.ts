/** Who takes which step of a paper, and when. */
import { expect, test } from '@jest/globals';
import type { Paper, PaperAction } from '../../domain/paper/paper.js';
import { allowedSteps, type Holder, isRefused, missingIn, takeStep } from '../../domain/paper/steps.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { weeklyPaper } from '../support/papers/weekly.js';

const now = '2026-11-23T15:00:00+08:00';
const draft: Paper = {
  ...weeklyPaper,
  state: 'draft',
  parts: weeklyPaper.parts.map((part) => ({ ...part, text: undefined })),
};
const by = (role: Role, id: string = role, receives = false): Holder => ({ id, name: id, roles: [role], receives });
const ids = draft.parts.map(({ id }) => id);
const all = ids.map((id) => ({ id, text: '已写。' }));

const step = (paper: Paper, action: Exclude<PaperAction, 'acknowledge'>, holder: Holder, input = {}) =>
  takeStep(paper, action, input, holder, now);
const after = (paper: Paper, action: Exclude<PaperAction, 'acknowledge'>, holder: Holder, input = {}): Paper => {
  const answer = step(paper, action, holder, input);
  if (isRefused(answer)) throw new Error(answer.detail);
  return { ...paper, ...answer };
};
const refusalOf = (...given: Parameters<typeof step>) => {
  const answer = step(...given);
  return isRefused(answer) ? answer.refused : undefined;
};

test('it is complete when every part is written, and not before', () => {
  const half = after(draft, 'complete', by('company'), { parts: all.slice(0, 1) });
  expect(half.state).toBe('draft');
  expect(refusalOf(half, 'issue', by('company'))).toBe('incomplete');
  const whole = after(half, 'complete', by('company'), { parts: all });
  expect(whole).toMatchObject({ state: 'completed', completed: { by: { id: 'company' }, at: now } });
  expect(isRefused(step(whole, 'issue', by('company')))).toBe(false);
});

test('an empty text takes a part back', () => {
  const whole = after(draft, 'complete', by('company'), { parts: all });
  const less = after(whole, 'complete', by('company'), { parts: [{ id: ids[0], text: ' ' }] });
  expect(less.state).toBe('draft');
  expect(less.completed).toBeUndefined();
});

test('what needs approval is approved by somebody else, who may return it with a reason', () => {
  const paper: Paper = { ...draft, approves: ['hq', 'company'] };
  expect(refusalOf(paper, 'approve', by('hq'))).toBe('incomplete');
  const whole = after(paper, 'complete', by('company'), { parts: all });
  expect(refusalOf(whole, 'issue', by('company'))).toBe('unapproved');
  expect(refusalOf(whole, 'approve', by('company'))).toBe('self-approval');
  expect(refusalOf(whole, 'approve', by('supervisor'))).toBe('forbidden');
  expect(refusalOf(whole, 'return', by('hq'), { reason: ' ' })).toBe('reason-required');
  expect(after(whole, 'return', by('hq'), { reason: '请补充时间。' })).toMatchObject({
    state: 'draft',
    returned: { reason: '请补充时间。' },
  });
  const approved = after(whole, 'approve', by('hq'));
  expect(approved.state).toBe('approved');
  // written anew, it is to be approved anew
  expect(
    after(approved, 'complete', by('company'), { parts: [{ id: ids[0], text: '改写。' }] }).approved,
  ).toBeUndefined();
});

test('an issued one takes nothing but confirmation, correction and acknowledgement', () => {
  const issued: Paper = { ...weeklyPaper, confirms: ['hq'] };
  expect(allowedSteps(issued, by('hq', 'hq', true))).toEqual(['confirm', 'acknowledge']);
  expect(allowedSteps(issued, by('company'))).toEqual(['correct']);
  expect(refusalOf(issued, 'complete', by('company'), { parts: all })).toBe('wrong-paper-state');
  expect(refusalOf({ ...issued, correctedBy: { id: 'x' } }, 'correct', by('company'), { reason: '有误。' })).toBe(
    'already',
  );
  expect(allowedSteps(issued, by('handler'))).toEqual([]);
});

test('parts of others, unknown ones and those of a command are refused', () => {
  expect(refusalOf(draft, 'complete', by('company'), { parts: [{ id: 'x', text: '…' }] })).toBe('unknown-part');
  const owned: Paper = {
    ...draft,
    parts: [...draft.parts, { id: 'report', title: { zh: '', en: '' }, by: ['company'], command: 'submitReport' }],
  };
  expect(refusalOf(owned, 'complete', by('company'), { parts: [{ id: 'report', text: '…' }] })).toBe('forbidden');
  expect(refusalOf(draft, 'complete', by('handler'), { parts: all })).toBe('forbidden');
});

test('what is missing is said with who was to bring it', () => {
  const people = [{ id: 'gaofeng', name: '高峰' }];
  const missing = missingIn({ ...draft, approves: ['hq'] }, (roles) => (roles.includes('company') ? people : []));
  expect(missing.map(({ what }) => what)).toEqual([...ids, 'approval']);
  expect(missing[1]).toMatchObject({ title: { zh: 'HY-202611-000123：需要的支持' }, people });
});
