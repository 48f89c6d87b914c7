import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { documentPath, documentText } from '../api/openapi/document.js';
import { readLibrary } from '../documents/library.js';
import { processPage } from '../documents/process-page.js';
import { proofPage } from '../documents/proof.js';
import { schemaFile, schemaWordsFile } from '../documents/rulebook-form.js';
import { names } from '../domain/notice/texts/names.js';
import { projectFolder } from './paths.js';

/** Makes files out of what stands elsewhere: their content by their path from the project's folder. */
export type Generator = () => Promise<Record<string, string>>;

/** Every generator, in the order in which they build on each other. */
export const generators: Generator[] = [openApi, pagesClient, pagesNames, rulebookSchema, regulations, processes];

async function openApi(): Promise<Record<string, string>> {
  return { [documentPath]: await format(await documentText(), { parser: 'json', printWidth: 120 }) };
}

async function pagesClient(): Promise<Record<string, string>> {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(await documentText()));
  const note = '/** Made from api/openapi.json by `npm run generate`. */\n';
  return { 'web/generated/api.ts': note + types };
}

/** The pages call severities and clocks as notices do; a file for each language, for each is fetched by itself. */
async function pagesNames(): Promise<Record<string, string>> {
  const note = '/** Made from domain/notice/texts/names.ts by `npm run generate`. */\n';
  const files = Object.entries(names).map(async ([language, words]) => {
    const text = await format(`export const names = ${JSON.stringify(words)};`, { parser: 'typescript' });
    return [`web/generated/names.${language}.ts`, note + text];
  });
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
}

/** The editor of drafts explains and completes by it. */
async function rulebookSchema(): Promise<Record<string, string>> {
  const schema = await readFile(schemaFile, 'utf8');
  const words = JSON.parse(await readFile(schemaWordsFile, 'utf8')) as Record<string, string>;
  const inChinese = schema.replace(
    /("description": )("(?:[^"\\]|\\.)*")/g,
    (_, key: string, text: string) => key + JSON.stringify(words[JSON.parse(text) as string] ?? JSON.parse(text)),
  );
  return { 'web/generated/rulebook.schema.json': schema, 'web/generated/rulebook.schema.zh.json': inChinese };
}

async function regulations(): Promise<Record<string, string>> {
  const folder = join(projectFolder, 'rulebooks');
  return { 'docs/regulations.md': await proofPage(readLibrary(folder), join(folder, 'storylines')) };
}

function processes(): Promise<Record<string, string>> {
  const { rulebooks } = readLibrary(join(projectFolder, 'rulebooks'));
  const pages = [...rulebooks].map(([id, book]) => [`docs/rulebooks/${id}.md`, processPage(book)]);
  return Promise.resolve(Object.fromEntries(pages) as Record<string, string>);
}
