/** Rulebooks as files: read, checked against their schema and their sense, or refused with line and reason. */
import { compile } from '../domain/rulebook/compile.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { DocumentError, type Problem } from './problem.js';
import { senseProblems } from './rulebook-sense.js';
import { parseYaml } from './yaml.js';

/** Reads a rulebook. Throws a DocumentError that names every line that is wrong. `zones`: the zone of each known calendar. */
export function parseRulebook(text: string, source: string, zones?: ReadonlyMap<string, string>): RulebookDocument {
  const { value, lineOf } = parseYaml(text, source);
  const problems: Problem[] = senseProblems(value, zones).map(({ path, message, zh }) => ({
    line: lineOf(path),
    path: path.join('.'),
    message,
    zh,
  }));
  if (problems.length > 0) throw new DocumentError(source, problems);
  const document = value as RulebookDocument;
  compile(document);
  return document;
}
