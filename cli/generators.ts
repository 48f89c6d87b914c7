import { join } from 'node:path';
import { format } from 'prettier';
import { documentPath, documentText } from '../api/openapi/document.js';
import { readLibrary } from '../documents/library.js';
import { proofPage } from '../documents/proof.js';
import { projectFolder } from './paths.js';

/** Makes files out of what stands elsewhere: their content by their path from the project's folder. */
export type Generator = () => Promise<Record<string, string>>;

/** Every generator, in the order in which they build on each other. */
export const generators: Generator[] = [openApi, regulations];

async function openApi(): Promise<Record<string, string>> {
  return { [documentPath]: await format(await documentText(), { parser: 'json', printWidth: 120 }) };
}

async function regulations(): Promise<Record<string, string>> {
  const folder = join(projectFolder, 'rulebooks');
  return { 'docs/regulations.md': await proofPage(readLibrary(folder), join(folder, 'storylines')) };
}
