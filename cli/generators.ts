import { format } from 'prettier';
import { documentPath, documentText } from '../api/openapi/document.js';

/** Makes files out of what stands elsewhere: their content by their path from the project's folder. */
export type Generator = () => Promise<Record<string, string>>;

/** Every generator, in the order in which they build on each other. */
export const generators: Generator[] = [openApi];

async function openApi(): Promise<Record<string, string>> {
  return { [documentPath]: await format(await documentText(), { parser: 'json', printWidth: 120 }) };
}
