/** The press: sets papers in a thread of its own, so that a paper of a thousand pages keeps nobody waiting. */
import { Worker } from 'node:worker_threads';
import type { Paper } from '../domain/paper/paper.js';
import { docx } from './docx/docx.js';
import { pdf } from './pdf/pdf.js';

const forms = { pdf, docx };
export type Form = keyof typeof forms;

export interface PressOrder {
  n: number;
  form: Form;
  paper: Paper;
  language: 'zh' | 'en';
}
export interface PressAnswer {
  n: number;
  bytes?: Uint8Array;
  problem?: string;
}

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

let worker: Worker | undefined;
const waiting = new Map<number, Waiting>();
let last = 0;

/** The bytes of a paper in a form. Rejects when it cannot be set; the next one is tried all the same. */
export function press(paper: Paper, form: Form, language: 'zh' | 'en'): Promise<Uint8Array> {
  // run from its sources, as tests do, there is no compiled thread to start
  if (import.meta.url.endsWith('.ts')) return forms[form](paper, language);
  return new Promise((resolve, reject) => {
    const n = (last += 1);
    waiting.set(n, { resolve, reject });
    const press = thread();
    press.ref();
    press.postMessage({ n, form, paper, language } satisfies PressOrder);
  });
}

function thread(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./press-worker.js', import.meta.url));
  started.on('message', ({ n, bytes, problem }: PressAnswer) => {
    const order = waiting.get(n);
    waiting.delete(n);
    // an idle press lets its process end
    if (waiting.size === 0) started.unref();
    if (bytes) order?.resolve(bytes);
    else order?.reject(new Error(`The paper could not be set: ${problem ?? 'no reason given'}`));
  });
  started.on('error', (error) => broken(started, error instanceof Error ? error : new Error(String(error))));
  started.on('exit', () => broken(started, new Error('The press has stopped')));
  worker = started;
  return started;
}

function broken(which: Worker, error: Error): void {
  if (worker !== which) return;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
