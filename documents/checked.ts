/** A rulebook as it was written, and what is wrong with it. */
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { DocumentError, type Problem } from './problem.js';
import { parseRulebook } from './rulebooks.js';

export interface Checked {
  /** None when there are problems. */
  document?: RulebookDocument;
  problems: Problem[];
}

/** Reads a rulebook without throwing; `id`: the rulebook that it must be. */
export function checkRulebook(text: string, zones: ReadonlyMap<string, string>, id?: string): Checked {
  try {
    const document = parseRulebook(text, 'rulebook', zones);
    if (id === undefined || document.rulebook === id) return { document, problems: [] };
    const message = `is "${document.rulebook}", but this is a version of ${id}: write ${id}, or begin a rulebook of its own`;
    const zh = `写的是“${document.rulebook}”，但这是 ${id} 的一个版本：请写 ${id}，或另立新规程`;
    return { problems: [{ line: lineOf(text, 'rulebook'), path: 'rulebook', message, zh }] };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { problems: error.problems };
  }
}

/** The text with its version's number, which the house gives. */
export function numbered(text: string, version: number): string {
  return text.replace(
    /^version:[^\n#]*?( *#.*)?$/m,
    (_, comment: string | undefined) => `version: ${version}${comment ?? ''}`,
  );
}

function lineOf(text: string, key: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1 || 1;
}
