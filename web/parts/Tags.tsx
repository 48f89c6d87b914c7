import type { Severity, Status } from '../api/shapes.js';
import { useWords } from './words.js';
import './tags.css';

const tones: Partial<Record<Status, string>> = {
  closed: 'done',
  refused: 'over',
  writtenOff: 'over',
  withdrawn: 'over',
  merged: 'over',
  unclosed: 'kept',
  received: 'fresh',
};

export function StatusTag({ status }: { status: Status }) {
  const { term } = useWords();
  return <span className={`status-tag ${tones[status] ?? 'going'}`}>{term('status', status)}</span>;
}

/** Nothing for ordinary ones: only what stands out is marked. */
export function SeverityTag({ severity, always }: { severity: Severity; always?: boolean }) {
  const { term } = useWords();
  if (severity === 'ordinary' && !always) return null;
  return <span className={`severity-tag ${severity}`}>{term('severity', severity)}</span>;
}
