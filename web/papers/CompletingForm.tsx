import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Family, Paper, PaperPart } from '../api/papers.js';
import { useSession } from '../app/session.js';
import { useWords } from '../parts/words.js';
import { sayDay, sayText } from './say.js';
import { useStep } from './take.js';

/** What was typed, and what stood there when it was begun. */
interface Typed {
  text: string;
  was: string;
}

/**
 * What a person writes into a paper; what is still missing, and until when. The paper may change meanwhile: what was
 * typed stays, and what somebody else wrote there is shown beside it.
 */
export function CompletingForm({ paper, family }: { paper: Paper; family: Family }) {
  const words = useWords();
  const { t, problem } = words;
  const { roles } = useSession().user;
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const step = useStep(family, paper, ({ parts }) =>
    setTyped((all) =>
      Object.fromEntries(
        Object.entries(all).flatMap(([id, { text }]) => {
          const was = parts.find((part) => part.id === id)?.text ?? '';
          return text.trim() === was ? [] : [[id, { text, was }]];
        }),
      ),
    ),
  );
  const isMine = ({ by, command }: PaperPart) => !command && by.some((role) => roles.includes(role));
  const mine = paper.parts.filter(isMine);
  const textOf = ({ id, text = '' }: PaperPart) => typed[id]?.text ?? text;
  const changed = mine.filter((part) => textOf(part).trim() !== (part.text ?? ''));
  const missing = paper.parts.filter(({ optional, command, ...part }) =>
    command ? !optional && !part.text : !optional && !textOf(part).trim(),
  );
  const overtaken = ({ id, text = '' }: PaperPart) => {
    const mine = typed[id];
    return mine !== undefined && text !== mine.was && text !== mine.text.trim();
  };
  const type = ({ id, text = '' }: PaperPart, next: string) =>
    setTyped((all) => ({ ...all, [id]: { text: next, was: all[id]?.was ?? text } }));
  const save = () =>
    step.mutate({ step: 'parts', parts: changed.map((part) => ({ id: part.id, text: textOf(part) })) });
  return (
    <section className="card paper-form" aria-labelledby="paper-form">
      <h2 id="paper-form">{t('paper.form')}</h2>
      <p className={missing.length > 0 ? 'missing num' : 'faint num'} role="status">
        {t(missing.length > 0 ? 'paper.stillMissing' : 'paper.nothingMissing', {
          count: missing.length,
          at: sayDay(paper.due, true),
        })}
      </p>
      {paper.parts.map((part) =>
        isMine(part) ? (
          <label key={part.id} className="paper-field">
            <span>
              {part.complaint && <small>{part.complaint.number}</small>}
              {sayText(part.title, words)}
              {part.optional ? <small>{t('paper.optional')}</small> : <b aria-hidden="true">*</b>}
            </span>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 12 }}
              maxLength={20_000}
              value={textOf(part)}
              aria-required={!part.optional}
              onChange={({ target }) => type(part, target.value)}
            />
            {overtaken(part) && (
              <small className="paper-overtaken" role="status">
                {t('paper.overtaken', { name: part.writtenBy?.name ?? '', text: part.text ?? t('paper.none') })}
              </small>
            )}
            {part.writtenBy && part.writtenAt && (
              <small className="num">
                {t('paper.writtenBy', { name: part.writtenBy.name, at: sayDay(part.writtenAt) })}
              </small>
            )}
          </label>
        ) : (
          <Others key={part.id} part={part} />
        ),
      )}
      {step.error && <Alert type="error" role="alert" message={problem(step.error)} />}
      <Button type="primary" block disabled={changed.length === 0} loading={step.isPending} onClick={save}>
        {t('paper.save')}
      </Button>
    </section>
  );
}

/** A part that somebody else writes, or that comes with a report of the complaint. */
function Others({ part }: { part: PaperPart }) {
  const words = useWords();
  const { t, term, list } = words;
  const { complaint, command, by, text } = part;
  return (
    <p className="paper-others">
      {sayText(part.title, words)}
      <small>
        {text ? t('paper.written') : t('paper.by', { who: list(by.map((role) => term('role', role))) })}
        {command && complaint && <Link to={`/complaints/${complaint.id}`}>{t('paper.inComplaint')}</Link>}
      </small>
    </p>
  );
}
