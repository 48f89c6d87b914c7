/** A complaint's whole file, to keep or hand over. */
import { strToU8 } from 'fflate';
import type { NamedEvent, StoredComplaint } from '../../database/queries/complaint.js';
import type { ComplaintView } from './views.js';
import { statusTerms, term } from '../../domain/paper/terms.js';

/** The files: complaint, journal and deadlines as JSON, the rulebook that it is under, and all of it in words. */
export function archiveFiles(
  view: ComplaintView,
  stored: StoredComplaint,
  events: NamedEvent[],
  more: Record<string, unknown>,
): Record<string, Uint8Array> {
  const { allowed: _, deadlines: __, ...complaint } = view;
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return {
    'complaint.json': json(complaint),
    'events.json': json(events.map(asItHappened)),
    'deadlines.json': json(stored.deadlines),
    'complaint.txt': strToU8(inWords(view, events)),
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, json(value)])),
  };
}

// without the name that was added for the reader
function asItHappened(event: NamedEvent): object {
  const { name: _, ...actor } = event.actor;
  return { ...event, actor };
}

function inWords(view: ComplaintView, events: NamedEvent[]): string {
  const { complainant } = view;
  const lines = [
    `投诉档案 ${view.number}`,
    '',
    `状态：${term(statusTerms, view.status).zh}`,
    `级别：${view.severity}  层级：${view.tier}`,
    `项目：${view.project.name}  渠道：${view.channel}`,
    `规程：${view.rulebook.title}（${view.rulebook.id} 第 ${view.rulebook.version} 版）`,
    `投诉人：${complainant.anonymous ? '匿名' : (complainant.name ?? '—')}  电话：${complainant.phone ?? '—'}  房号：${complainant.room ?? '—'}`,
    `来诉时间：${view.arrivedAt}  登记时间：${view.recordedAt}`,
    ...(view.backdatedBecause ? [`补录原因：${view.backdatedBecause}`] : []),
    '',
    '投诉内容：',
    view.text,
    '',
    '时限：',
    ...view.deadlines.map(
      ({ clock, state, due, clauses }) => `- ${clock}：${due ?? '—'}  ${state}  ${clauses.join('、')}`,
    ),
    '',
    '经过：',
    ...events.map(eventInWords),
    '',
  ];
  return lines.join('\n');
}

function eventInWords(event: NamedEvent): string {
  const { seq, at, type, actor, clauses, ...data } = event as NamedEvent & Record<string, unknown>;
  const who =
    'user' in actor ? `${actor.name ?? actor.user}（${actor.role}）` : 'outside' in actor ? actor.outside : '系统';
  const told = Object.keys(data).length > 0 ? `  ${JSON.stringify(data)}` : '';
  return `${seq}. ${at}  ${type}  ${who}${clauses.length > 0 ? `  ${clauses.join('、')}` : ''}${told}`;
}
