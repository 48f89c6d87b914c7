/** Storylines as files: read, checked, or refused with line and reason. */
import { clockDefinition, reportKinds } from '../domain/complaint/clocks.js';
import { commandNames } from '../domain/complaint/commands/index.js';
import { channels } from '../domain/complaint/file.js';
import { refusalCodes } from '../domain/complaint/refusal.js';
import { signalNames } from '../domain/complaint/signals.js';
import { receiveFields, type Storyline } from '../domain/rehearsal/storyline.js';
import { roles, severities, tiers } from '../domain/rulebook/rulebook.js';
import { DocumentError, type Problem } from './problem.js';
import { parseYaml } from './yaml.js';

type Path = (string | number)[];
type Fields = Record<string, unknown>;

const stepFields = ['at', 'do', 'as', 'user', 'tell', 'source', 'with', 'expect'];
const listFields = ['events', 'none', 'count'];

/** Reads a storyline. Throws a DocumentError that names every line that is wrong. */
export function parseStoryline(text: string, source: string, rulebooks: readonly string[]): Storyline {
  const { value, lineOf } = parseYaml(text, source);
  const problems: Problem[] = [];
  const wrong = (path: Path, message: string) => problems.push({ line: lineOf(path), path: path.join('.'), message });
  if (!isFields(value)) {
    throw new DocumentError(source, [
      { line: 1, path: '', message: 'a storyline is a map with storyline, rulebook, receive and steps' },
    ]);
  }
  for (const key of Object.keys(value)) {
    if (!['storyline', 'rulebook', 'calendar', 'receive', 'steps'].includes(key))
      wrong([key], 'is no part of a storyline');
  }
  if (typeof value['storyline'] !== 'string') wrong(['storyline'], 'needs a title');
  if (!rulebooks.includes(value['rulebook'] as string)) {
    wrong(['rulebook'], `unknown rulebook ${shown(value['rulebook'])}; known are ${rulebooks.join(', ')}`);
  }
  checkReceive(value['receive'], wrong);
  checkSteps(value, wrong);
  if (problems.length > 0) throw new DocumentError(source, problems);
  return { calendar: 'CN', ...value } as unknown as Storyline;
}

type Wrong = (path: Path, message: string) => void;

function checkReceive(receive: unknown, wrong: Wrong): void {
  if (!isFields(receive)) return wrong(['receive'], 'needs at, channel and text');
  for (const key of Object.keys(receive)) {
    if (!(receiveFields as readonly string[]).includes(key)) wrong(['receive', key], 'is no part of receive');
  }
  if (!isMoment(receive['at'])) wrong(['receive', 'at'], notMoment(receive['at']));
  if (receive['arrivedAt'] !== undefined && !isMoment(receive['arrivedAt']))
    wrong(['receive', 'arrivedAt'], notMoment(receive['arrivedAt']));
  if (
    isMoment(receive['arrivedAt']) &&
    isMoment(receive['at']) &&
    Date.parse(receive['arrivedAt']) > Date.parse(receive['at'])
  ) {
    wrong(['receive', 'arrivedAt'], 'lies after at: it arrived before it was recorded');
  }
  if (!(channels as readonly unknown[]).includes(receive['channel'])) {
    wrong(['receive', 'channel'], `unknown channel ${shown(receive['channel'])}; known are ${channels.join(', ')}`);
  }
  if (typeof receive['text'] !== 'string' || receive['text'].trim() === '')
    wrong(['receive', 'text'], 'needs what the complainant said');
  const by = receive['receivedBy'];
  if (by !== undefined && !(tiers as readonly unknown[]).includes(by))
    wrong(['receive', 'receivedBy'], `must be one of ${tiers.join(', ')}`);
  const as = receive['as'];
  if (as !== undefined && !(roles as readonly unknown[]).includes(as))
    wrong(['receive', 'as'], `unknown role ${shown(as)}; known are ${roles.join(', ')}`);
}

function checkSteps(value: Fields, wrong: Wrong): void {
  const steps = value['steps'] ?? [];
  if (!Array.isArray(steps)) return wrong(['steps'], 'must be a list');
  let last =
    isFields(value['receive']) && isMoment(value['receive']['at']) ? Date.parse(value['receive']['at']) : -Infinity;
  steps.forEach((step: unknown, i) => {
    if (!isFields(step)) return wrong(['steps', i], 'must be a map with at and do, tell or expect');
    checkStep(step, i, wrong);
    if (!isMoment(step['at'])) return wrong(['steps', i, 'at'], notMoment(step['at']));
    const at = Date.parse(step['at']);
    if (at < last) wrong(['steps', i, 'at'], 'lies before the step above it');
    last = Math.max(last, at);
  });
}

function checkStep(step: Fields, i: number, wrong: Wrong): void {
  for (const key of Object.keys(step)) {
    if (!stepFields.includes(key)) wrong(['steps', i, key], `is no part of a step; known are ${stepFields.join(', ')}`);
  }
  const { do: does, tell, as, expect } = step;
  if (does === undefined && tell === undefined && expect === undefined) wrong(['steps', i], 'needs do, tell or expect');
  if (does !== undefined && !commandNames.includes(does as string))
    wrong(['steps', i, 'do'], `unknown command ${shown(does)}`);
  if (tell !== undefined && !(signalNames as readonly unknown[]).includes(tell))
    wrong(['steps', i, 'tell'], `unknown signal ${shown(tell)}; known are ${signalNames.join(', ')}`);
  if (does !== undefined && !(roles as readonly unknown[]).includes(as)) {
    wrong(['steps', i, 'as'], `unknown role ${shown(as)}; known are ${roles.join(', ')}`);
  }
  if (step['with'] !== undefined && !isFields(step['with'])) wrong(['steps', i, 'with'], 'must be a map');
  if (expect !== undefined && !isFields(expect)) return wrong(['steps', i, 'expect'], 'must be a map');
  for (const field of listFields) {
    const list = expect?.[field];
    if (list !== undefined && !(Array.isArray(list) && list.every(isFields)))
      wrong(['steps', i, 'expect', field], 'must be a list of maps');
  }
  const deadlines = expect?.['deadlines'];
  if (deadlines !== undefined && !(isFields(deadlines) && Object.values(deadlines).every(isFields))) {
    wrong(['steps', i, 'expect', 'deadlines'], 'must be maps by clock');
  } else {
    const unknown = Object.keys(deadlines ?? {}).filter((clock) => !isClock(clock));
    for (const clock of unknown) wrong(['steps', i, 'expect', 'deadlines', clock], `there is no clock "${clock}"`);
  }
  checkRefusal(expect?.['refused'], ['steps', i, 'expect', 'refused'], does, wrong);
}

function checkRefusal(refused: unknown, path: Path, does: unknown, wrong: Wrong): void {
  if (refused === undefined) return;
  if (!isFields(refused)) return wrong(path, 'must be a map: refused: {code: forbidden}');
  if (does === undefined) wrong(path, 'only what is given can be refused: add do');
  const { code } = refused;
  if (code !== undefined && !(refusalCodes as readonly unknown[]).includes(code)) {
    wrong([...path, 'code'], `unknown code ${shown(code)}; known are ${refusalCodes.join(', ')}`);
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

const notMoment = (value: unknown): string =>
  value === undefined
    ? 'is missing: write a time with an offset, such as 2026-03-02T09:30:00+08:00'
    : `${shown(value)} is no time with an offset, such as 2026-03-02T09:30:00+08:00`;
