import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { DocumentProblem } from '../../../api/shapes.js';
import { colours, theme } from './theme.js';
import { completeKeys, explainKey } from './schema.js';

export interface EditorHandle {
  /** Shows a line, counted from 1, and puts the cursor there. */
  goTo(line: number): void;
}

interface Props {
  ref?: Ref<EditorHandle>;
  /** Taken over whenever it is another one. */
  text: string;
  /** Told of what is written; without it the text is only read. */
  change?: (text: string) => void;
  problems: DocumentProblem[];
  label: string;
}

/** YAML with problems on their lines; what a key means is told, and what may be written is offered. */
export default function Editor({ ref, text, change, problems, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const first = useRef(text);
  const tell = useRef(change);
  const reads = change === undefined;

  useEffect(() => {
    tell.current = change;
  }, [change]);

  useEffect(() => {
    if (!host.current) return;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          foldGutter(),
          history(),
          yaml(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          highlightSelectionMatches(),
          search({ top: true }),
          lintGutter(),
          syntaxHighlighting(colours),
          theme,
          autocompletion({ override: [completeKeys] }),
          hoverTooltip(explainKey),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...completionKeymap, indentWithTab]),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorState.readOnly.of(reads),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) tell.current?.(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, reads]);

  useEffect(() => {
    const { current } = view;
    if (!current || current.state.doc.toString() === text) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const { current } = view;
    if (current) current.dispatch(setDiagnostics(current.state, diagnosticsOf(problems, current.state)));
  }, [problems]);

  useImperativeHandle(ref, () => ({
    goTo(line) {
      const { current } = view;
      if (!current) return;
      const { from } = current.state.doc.line(Math.min(line, current.state.doc.lines));
      current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      current.focus();
    },
  }));

  return <div ref={host} className="editor" />;
}

function diagnosticsOf(problems: DocumentProblem[], { doc }: EditorState): Diagnostic[] {
  return problems
    .filter(({ line }) => line <= doc.lines)
    .map(({ line, path, message }) => {
      const { from, to, text } = doc.line(Math.max(1, line));
      const indent = text.length - text.trimStart().length;
      return { from: from + indent, to, severity: 'error' as const, message: path ? `${path}: ${message}` : message };
    })
    .sort((a, b) => a.from - b.from);
}
