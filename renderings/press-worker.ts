/** The thread of the press: takes papers, answers bytes. */
import { parentPort } from 'node:worker_threads';
import { docx } from './docx/docx.js';
import { pdf } from './pdf/pdf.js';
import type { PressAnswer, PressOrder } from './press.js';

const forms = { pdf, docx };

parentPort?.on('message', ({ n, form, paper, language }: PressOrder) => {
  forms[form](paper, language).then(
    (bytes) => answer({ n, bytes }),
    (error: unknown) => answer({ n, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function answer(said: PressAnswer): void {
  parentPort?.postMessage(said);
}
