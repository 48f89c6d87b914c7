import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import type { DocumentProblem, VersionInFull } from '../../api/shapes.js';
import { checkText, saveDraft } from '../../api/versions.js';
import { useSession } from '../../app/session.js';
import { Loading } from '../../parts/States.js';
import { useWords } from '../../parts/words.js';
import type { EditorHandle } from './editor/Editor.js';
import './draft.css';

const Editor = lazy(() => import('./editor/Editor.js'));
const pause = 600;

/** The text of a version; a draft's is written here, and checked as it is written. */
export function Draft({ version }: { version: VersionInFull }) {
  const { t, zh, problem } = useWords();
  const { user } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id, version: number, state, revision } = version;
  const writes = state === 'draft' && user.roles.includes('admin');
  const [text, setText] = useState(version.text);
  const [base, setBase] = useState({ text: version.text, revision });
  const settled = useSettled(text);
  const changed = text !== base.text;
  const { data: checked, isFetching } = useQuery({
    queryKey: ['rulebooks', 'check', id, settled],
    queryFn: () => checkText(id, settled),
    enabled: writes && settled !== version.text,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const found = settled === version.text ? version.problems : checked?.problems;
  const problems: DocumentProblem[] = useMemo(
    () => (found ?? []).map((one) => (zh ? { ...one, message: one.zh } : one)),
    [found, zh],
  );
  const save = useMutation({
    mutationFn: () => saveDraft({ id, number, revision: base.revision }, { text, why: version.why }),
    onSuccess: (saved) => {
      setBase({ text: saved.text, revision: saved.revision });
      setText(saved.text);
      queries.setQueryData(['rulebooks', id, 'versions', number], saved);
      void queries.invalidateQueries({ queryKey: ['rulebooks', id] });
      void message.success(t('versions.saved'));
    },
  });
  useLeaving(changed);
  const editor = useRef<EditorHandle>(null);
  const change = useCallback((next: string) => setText(next), []);
  return (
    <div className="card draft">
      {writes && (
        <div className="draft-bar">
          <Checked problems={problems} checking={isFetching || settled !== text} />
          <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
            {t('versions.save')}
          </Button>
        </div>
      )}
      {save.error && <Alert type="error" showIcon title={problem(save.error)} className="draft-fault" />}
      {problems.length > 0 && (
        <ul className="draft-problems" aria-label={t('versions.problems')}>
          {problems.slice(0, 50).map(({ line, path, message: said }) => (
            <li key={`${line} ${path} ${said}`} data-line={line}>
              <button type="button" onClick={() => editor.current?.goTo(line)}>
                {t('versions.line', { line })}
              </button>
              <span>
                {path && <code>{path}</code>} {said}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<Loading rows={10} />}>
        <Editor
          ref={editor}
          text={base.text}
          change={writes ? change : undefined}
          problems={problems}
          label={t('versions.text')}
        />
      </Suspense>
    </div>
  );
}

function Checked({ problems, checking }: { problems: DocumentProblem[]; checking: boolean }) {
  const { t } = useWords();
  if (checking) return <span className="faint">{t('versions.checking')}</span>;
  return (
    <span role="status" className={problems.length > 0 ? 'draft-wrong' : 'draft-right'}>
      {problems.length > 0 ? t('versions.problemCount', { count: problems.length }) : t('versions.noProblems')}
    </span>
  );
}

/** A text once nobody has written for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Asks before what was written is lost. */
function useLeaving(changed: boolean): void {
  const { t } = useWords();
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => changed && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    modal.confirm({
      title: t('versions.leave'),
      okText: t('versions.leaveAnyway'),
      cancelText: t('versions.stay'),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal, t]);
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
}
