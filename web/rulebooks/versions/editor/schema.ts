/** What may be written where, and what it means: from the JSON Schema of rulebooks. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Text } from '@codemirror/state';
import type { EditorView, Tooltip } from '@codemirror/view';

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  description?: string;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
}

/** In the language of the page. */
async function wholeSchema(): Promise<Schema> {
  const { default: schema } = document.documentElement.lang.startsWith('en')
    ? await import('../../../generated/rulebook.schema.json')
    : await import('../../../generated/rulebook.schema.zh.json');
  return schema as Schema;
}

const key = /^(\s*(?:- )*)([\w.'"-]*)(:?)/;

/** The keys above a line, outermost first, by how far each is indented; `-` for an item of a list. */
export function pathAt(doc: Text, lineNumber: number): string[] {
  const path: string[] = [];
  let depth = indentOf(doc.line(lineNumber).text);
  if (/^\s*- /.test(doc.line(lineNumber).text)) path.unshift('-');
  for (let n = lineNumber - 1; n > 0 && depth > 0; n--) {
    const { text } = doc.line(n);
    if (text.trim() === '' || text.trim().startsWith('#')) continue;
    const indent = text.length - text.trimStart().length;
    if (indent >= depth) continue;
    const name = key.exec(text)?.[2]?.replace(/['"]/g, '');
    if (name) path.unshift(...(/^\s*- /.test(text) ? ['-', name] : [name]));
    depth = indent;
  }
  return path;
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

/** The schemas that may hold at a path. */
function schemasAt(root: Schema, path: string[]): Schema[] {
  return path.reduce<Schema[]>((here, step) => here.flatMap((one) => below(root, one, step)), unfolded(root, root));
}

function below(root: Schema, schema: Schema, step: string): Schema[] {
  if (step === '-') return schema.items ? unfolded(root, schema.items) : [];
  const named = schema.properties?.[step];
  if (named) return unfolded(root, named);
  const patterned = Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(step));
  if (patterned) return unfolded(root, patterned[1]);
  return typeof schema.additionalProperties === 'object' ? unfolded(root, schema.additionalProperties) : [];
}

/** A schema with those that it refers to or chooses from. */
function unfolded(root: Schema, schema: Schema): Schema[] {
  const name = schema.$ref?.replace('#/$defs/', '');
  const referred = name ? root.$defs?.[name] : undefined;
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const described = schema.description === undefined ? {} : { description: schema.description };
  return [
    ...(referred ? unfolded(root, { ...referred, ...described }) : [schema]),
    ...choices.flatMap((one) => unfolded(root, one)),
  ];
}

/** Offers the keys of this place, or the words that may stand after a key. */
export async function completeKeys(context: CompletionContext): Promise<CompletionResult | null> {
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const root = await wholeSchema();
  const value = /^(\s*(?:- )?)([\w.-]+):\s+([\w.-]*)$/.exec(before);
  if (value) {
    const [, , name = '', begun = ''] = value;
    const schemas = schemasAt(root, [...pathAt(doc, line.number), name]);
    const words = new Set(
      schemas.flatMap((one) => [...(one.enum ?? []), ...(one.const === undefined ? [] : [one.const])]),
    );
    const options = [...words].map((word) => ({ label: String(word), type: 'enum' }));
    return options.length > 0 ? { from: context.pos - begun.length, options } : null;
  }
  const named = /^\s*(?:- )?([\w.-]*)$/.exec(before);
  if (!named || (named[1] === '' && !context.explicit)) return null;
  const properties = schemasAt(root, pathAt(doc, line.number)).flatMap((one) => Object.entries(one.properties ?? {}));
  const options = [...new Map(properties)].map(([label, schema]) => ({
    label,
    apply: `${label}: `,
    type: 'property',
    ...explained(root, schema),
  }));
  return options.length > 0 ? { from: context.pos - (named[1]?.length ?? 0), options } : null;
}

function explained(root: Schema, schema: Schema): { info?: string } {
  const info = unfolded(root, schema).find(({ description }) => description)?.description;
  return info === undefined ? {} : { info };
}

/** Tells what the key under the pointer means. */
export async function explainKey(view: EditorView, at: number): Promise<Tooltip | null> {
  const line = view.state.doc.lineAt(at);
  const [, lead = '', name = '', colon] = key.exec(line.text) ?? [];
  const from = line.from + lead.length;
  if (!colon || at < from || at > from + name.length) return null;
  const root = await wholeSchema();
  const found = schemasAt(root, [...pathAt(view.state.doc, line.number), name]).find(({ description }) => description);
  if (!found?.description) return null;
  const { description } = found;
  return {
    pos: from,
    end: from + name.length,
    above: true,
    create: () => {
      const dom = document.createElement('p');
      dom.className = 'key-explained';
      dom.textContent = description;
      return { dom };
    },
  };
}
