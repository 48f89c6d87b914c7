/** The storylines that ship with a rulebook: its examples, and the proof that it does what it says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseYaml } from './yaml.js';

export interface Example {
  name: string;
  title: string;
  yaml: string;
}

/** By rulebook: `storylines/<rulebook>/*.yaml`, as they are written. */
export function readExamples(folder: string): ReadonlyMap<string, Example[]> {
  if (!existsSync(folder)) return new Map();
  const books = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(books.map(({ name }) => [name, examplesIn(join(folder, name))]));
}

const examplesIn = (folder: string): Example[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const yaml = readFileSync(join(folder, file), 'utf8');
      const name = basename(file, '.yaml');
      return { name, title: titleOf(yaml, file) ?? name, yaml };
    });

/** The title stands before the rulebook: the rest is read when it is played. */
function titleOf(yaml: string, file: string): string | undefined {
  const head = parseYaml(yaml.split(/^rulebook:/m)[0] ?? '', file).value as { storyline?: unknown } | null;
  return typeof head?.storyline === 'string' ? head.storyline : undefined;
}
