/** YAML with the line of every value, so that what is wrong can be pointed at. */
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { DocumentError, type Problem } from './problem.js';

export interface Parsed {
  value: unknown;
  /** The line of a value, or of the nearest that holds it; 1 is the first. */
  lineOf: (path: readonly (string | number)[]) => number;
}

/** Reads YAML (or JSON). Throws a DocumentError with line and reason when it is neither. */
export function parseYaml(text: string, source: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(quoteTitles(text), { lineCounter: lines, prettyErrors: false });
  const errors: Problem[] = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    path: '',
    message: error.message,
    zh: `不是规范的 YAML：${error.message}`,
  }));
  if (errors.length > 0) throw new DocumentError(source, errors);
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (depth > 0 && !isNode(node)) continue;
      const holder = depth > 0 ? document.getIn(path.slice(0, depth - 1), true) : undefined;
      const pair = isMap(holder) ? holder.items.find(({ key }) => String(key) === String(path[depth - 1])) : undefined;
      const range = (isNode(pair?.key) ? pair.key.range : undefined) ?? (isNode(node) ? node.range : undefined);
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  try {
    return { value: document.toJS(), lineOf };
  } catch {
    const message = 'names (&a, *a) stand for names too often: write it out';
    throw new DocumentError(source, [{ line: 1, path: '', message, zh: '别名（&a、*a）层层引用过多：请直接写出' }]);
  }
}

/** A title or text on a line of its own may hold a colon, as people write them; strict YAML would not let it. */
function quoteTitles(text: string): string {
  return text.replace(
    /^( *)(storyline|text|title): +([^\s'"|>{[&*!#%@`].*: .*)$/gm,
    (_, indent: string, key: string, rest: string) => {
      const comment = / +#.*$/.exec(rest)?.[0] ?? '';
      return `${indent}${key}: ${JSON.stringify(rest.slice(0, rest.length - comment.length).trimEnd())}${comment}`;
    },
  );
}
