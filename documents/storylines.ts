/** Storylines as files: read, checked, or refused with line and reason. */
import { clockDefinition, reportKinds } from '../domain/complaint/clocks.js';
import { commandNames } from '../domain/complaint/commands/index.js';
import { channels } from '../domain/complaint/file.js';
import { refusalCodes } from '../domain/complaint/refusal.js';
import { impossibleFacts, signalNames } from '../domain/complaint/signals.js';
import { receiveFields, type Storyline } from '../domain/rehearsal/storyline.js';
import { roles, severities, tiers } from '../domain/rulebook/rulebook.js';
import { DocumentError, type Problem, type Said } from './problem.js';
import { allEvents, noEvent } from './rulebook-words.js';
import { parseYaml } from './yaml.js';

type Path = (string | number)[];
type Fields = Record<string, unknown>;

const stepFields = ['at', 'do', 'as', 'user', 'tell', 'source', 'with', 'expect'];
const listFields = ['events', 'none', 'count'];

/** Reads a storyline. Throws a DocumentError that names every line that is wrong. */
export function parseStoryline(
  text: string,
  source: string,
  rulebooks: readonly string[],
  calendars?: readonly string[],
): Storyline {
  const { value, lineOf } = parseYaml(text, source);
  const problems: Problem[] = [];
  const wrong: Wrong = (path, said) => problems.push({ line: lineOf(path), path: path.join('.'), ...said });
  if (!isFields(value)) {
    throw new DocumentError(source, [
      {
        ...{ line: 1, path: '', message: 'a storyline is a map with storyline, rulebook, receive and steps' },
        zh: '情节是一组键值：storyline、rulebook、receive、steps',
      },
    ]);
  }
  for (const key of Object.keys(value)) {
    if (!['storyline', 'rulebook', 'calendar', 'receive', 'steps'].includes(key))
      wrong([key], said('is no part of a storyline', '情节没有这一项'));
  }
  if (typeof value['storyline'] !== 'string') wrong(['storyline'], said('needs a title', '须写标题'));
  if (!rulebooks.includes(value['rulebook'] as string)) {
    wrong(['rulebook'], unknown('rulebook', '规程', value['rulebook'], rulebooks));
  }
  const calendar = value['calendar'];
  if (calendar !== undefined && calendars && !calendars.includes(calendar as string))
    wrong(['calendar'], unknown('calendar', '日历', calendar, calendars));
  checkReceive(value['receive'], wrong);
  checkSteps(value, wrong);
  if (problems.length > 0) throw new DocumentError(source, problems);
  return { calendar: 'CN', ...value, steps: value['steps'] ?? [] } as unknown as Storyline;
}

type Wrong = (path: Path, said: Said) => void;

const said = (message: string, zh: string): Said => ({ message, zh });
const unknown = (what: string, zh: string, value: unknown, known: readonly string[]): Said =>
  said(
    `unknown ${what} ${shown(value)}; known are ${known.join(', ')}`,
    `没有${zh} ${shown(value)}：可以写 ${known.join(', ')}`,
  );
const mustBe = (message: string, zh: string): Said => said(`must be ${message}`, `必须是${zh}`);

function checkReceive(receive: unknown, wrong: Wrong): void {
  if (!isFields(receive)) return wrong(['receive'], said('needs at, channel and text', '须写 at、channel 和 text'));
  for (const key of Object.keys(receive)) {
    if (!(receiveFields as readonly string[]).includes(key))
      wrong(['receive', key], said('is no part of receive', 'receive 没有这一项'));
  }
  if (!isMoment(receive['at'])) wrong(['receive', 'at'], notMoment(receive['at']));
  if (receive['arrivedAt'] !== undefined && !isMoment(receive['arrivedAt']))
    wrong(['receive', 'arrivedAt'], notMoment(receive['arrivedAt']));
  if (
    isMoment(receive['arrivedAt']) &&
    isMoment(receive['at']) &&
    Date.parse(receive['arrivedAt']) > Date.parse(receive['at'])
  ) {
    wrong(
      ['receive', 'arrivedAt'],
      said('lies after at: it arrived before it was recorded', '晚于 at：到达须早于登记'),
    );
  }
  if (!(channels as readonly unknown[]).includes(receive['channel'])) {
    wrong(['receive', 'channel'], unknown('channel', '渠道', receive['channel'], channels));
  }
  if (typeof receive['text'] !== 'string' || receive['text'].trim() === '')
    wrong(['receive', 'text'], said('needs what the complainant said', '须写投诉人的原话'));
  const by = receive['receivedBy'];
  if (by !== undefined && !(tiers as readonly unknown[]).includes(by))
    wrong(['receive', 'receivedBy'], mustBe(`one of ${tiers.join(', ')}`, `其中之一：${tiers.join(', ')}`));
  const as = receive['as'];
  if (as !== undefined && !(roles as readonly unknown[]).includes(as))
    wrong(['receive', 'as'], unknown('role', '角色', as, roles));
  checkKinds(receive, wrong);
}

/** What is told at the intake, of the kind that it must be. */
function checkKinds({ complainant, people, accused, facts }: Fields, wrong: Wrong): void {
  if (complainant !== undefined && !isFields(complainant))
    wrong(['receive', 'complainant'], mustBe('a map with name, phone and so on', '一组键值：name、phone 等'));
  if (people !== undefined && !(Number.isInteger(people) && (people as number) > 0))
    wrong(['receive', 'people'], mustBe('a whole number from 1', '从 1 起的整数'));
  if (accused !== undefined && !(Array.isArray(accused) && accused.every((one) => typeof one === 'string')))
    wrong(['receive', 'accused'], mustBe('a list of user names', '用户名的列表'));
  if (facts !== undefined && !isFields(facts)) wrong(['receive', 'facts'], mustBe('facts by name', '按名称写的事实'));
  for (const name of isFields(facts) ? impossibleFacts(facts) : [])
    wrong(
      ['receive', 'facts', name],
      said(`cannot be ${shown((facts as Fields)[name])}`, `不能是 ${shown((facts as Fields)[name])}`),
    );
}

function checkSteps(value: Fields, wrong: Wrong): void {
  const steps = value['steps'] ?? [];
  if (!Array.isArray(steps)) return wrong(['steps'], mustBe('a list', '列表'));
  let last =
    isFields(value['receive']) && isMoment(value['receive']['at']) ? Date.parse(value['receive']['at']) : -Infinity;
  steps.forEach((step: unknown, i) => {
    if (!isFields(step))
      return wrong(
        ['steps', i],
        mustBe('a map with at and do, tell or expect', '一组键值：at 以及 do、tell 或 expect'),
      );
    checkStep(step, i, wrong);
    if (!isMoment(step['at'])) return wrong(['steps', i, 'at'], notMoment(step['at']));
    const at = Date.parse(step['at']);
    if (at < last) wrong(['steps', i, 'at'], said('lies before the step above it', '早于上一步'));
    last = Math.max(last, at);
  });
}

function checkStep(step: Fields, i: number, wrong: Wrong): void {
  for (const key of Object.keys(step)) {
    if (stepFields.includes(key)) continue;
    const known = stepFields.join(', ');
    wrong(['steps', i, key], said(`is no part of a step; known are ${known}`, `步骤没有这一项：可以写 ${known}`));
  }
  const { do: does, tell, as, expect } = step;
  if (does === undefined && tell === undefined && expect === undefined)
    wrong(['steps', i], said('needs do, tell or expect', '须写 do、tell 或 expect'));
  if (does !== undefined && !commandNames.includes(does as string))
    wrong(['steps', i, 'do'], said(`unknown command ${shown(does)}`, `没有指令 ${shown(does)}`));
  if (tell !== undefined && !(signalNames as readonly unknown[]).includes(tell))
    wrong(['steps', i, 'tell'], unknown('signal', '通知', tell, signalNames));
  if (does !== undefined && !(roles as readonly unknown[]).includes(as)) {
    wrong(['steps', i, 'as'], unknown('role', '角色', as, roles));
  }
  if (step['with'] !== undefined && !isFields(step['with'])) wrong(['steps', i, 'with'], mustBe('a map', '一组键值'));
  if (expect !== undefined && !isFields(expect)) return wrong(['steps', i, 'expect'], mustBe('a map', '一组键值'));
  for (const field of listFields) {
    const list = expect?.[field];
    if (list !== undefined && !(Array.isArray(list) && list.every(isFields)))
      wrong(['steps', i, 'expect', field], mustBe('a list of maps', '列表，每一项是一组键值'));
    else checkEvents(list ?? [], field, ['steps', i, 'expect', field], wrong);
  }
  const deadlines = expect?.['deadlines'];
  if (deadlines !== undefined && !(isFields(deadlines) && Object.values(deadlines).every(isFields))) {
    wrong(['steps', i, 'expect', 'deadlines'], mustBe('maps by clock', '按时钟写的键值'));
  } else {
    for (const clock of Object.keys(deadlines ?? {}).filter((name) => !isClock(name)))
      wrong(['steps', i, 'expect', 'deadlines', clock], said(`there is no clock "${clock}"`, `没有时钟“${clock}”`));
  }
  checkRefusal(expect?.['refused'], ['steps', i, 'expect', 'refused'], does, wrong);
}

/** A type that there is not never comes: `none` and `atMost` of it would always hold; so would a count without a bound. */
function checkEvents(list: Fields[], field: string, path: Path, wrong: Wrong): void {
  list.forEach((pattern, i) => {
    const { type } = pattern;
    if (type !== undefined && !allEvents.includes(type as string))
      wrong([...path, i, 'type'], noEvent(typeof type === 'string' ? type : shown(type), allEvents));
    const bounds = ['atLeast', 'atMost', 'exactly'].filter((bound) => pattern[bound] !== undefined);
    if (field === 'count' && !(bounds.length > 0 && bounds.every((bound) => Number.isInteger(pattern[bound]))))
      wrong(
        [...path, i],
        said('needs atLeast, atMost or exactly with a whole number', '须写 atLeast、atMost 或 exactly 及整数'),
      );
  });
}

function checkRefusal(refused: unknown, path: Path, does: unknown, wrong: Wrong): void {
  if (refused === undefined) return;
  if (!isFields(refused))
    return wrong(path, mustBe('a map: refused: {code: forbidden}', '一组键值：refused: {code: forbidden}'));
  if (does === undefined) wrong(path, said('only what is given can be refused: add do', '只有指令会被拒绝：请加 do'));
  const { code } = refused;
  if (code !== undefined && !(refusalCodes as readonly unknown[]).includes(code)) {
    wrong([...path, 'code'], unknown('code', '代码', code, refusalCodes));
  }
}

const isClock = (name: string): boolean => {
  const [kind, rest = ''] = name.split('.');
  if (kind === 'resolve') return severities.slice(1).some((severity) => severity === rest);
  return kind === 'report' ? reportKinds.includes(rest) : clockDefinition(name) !== undefined;
};

const shown = (value: unknown): string => `"${typeof value === 'string' ? value : JSON.stringify(value)}"`;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  // a day that the month does not have is taken for one of the next month
  new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(value.slice(8, 10));

const notMoment = (value: unknown): Said =>
  value === undefined
    ? said(
        'is missing: write a time with an offset, such as 2026-03-02T09:30:00+08:00',
        '缺少时间：请写带时差的时间，例如 2026-03-02T09:30:00+08:00',
      )
    : said(
        `${shown(value)} is no time with an offset, such as 2026-03-02T09:30:00+08:00`,
        `${shown(value)} 不是带时差的时间：请写成 2026-03-02T09:30:00+08:00 的样子`,
      );
