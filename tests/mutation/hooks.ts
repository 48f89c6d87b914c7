/**
 * Loads the code with its mutants as Node's own modules: TypeScript is compiled on the way, and every run gets its code anew
 * (`?run=7`), so that nothing that was kept under one mutant is met under the next. What has no mutants is loaded once.
 */
import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import { type InitializeHook, type LoadHook, type ResolveHook } from 'node:module';

/** `sandbox` and `dist` are addresses of folders that end with a slash. */
export interface Places {
  sandbox: string;
  dist: string;
}

let places: Places;
const compiled = new Map<string, string>();
const standIns: Record<string, string> = {
  '@jest/globals': 'tests/mutation/globals.js',
  'fast-check': 'tests/mutation/fast-check.js',
};

export const initialize: InitializeHook<Places> = (given) => {
  places = given;
};

export const resolve: ResolveHook = (specifier, context, next) => {
  const { sandbox, dist } = places;
  const parent = context.parentURL;
  if (!parent?.startsWith(sandbox)) return next(specifier, context);
  const standIn = standIns[specifier];
  if (standIn) return { url: dist + standIn, shortCircuit: true };
  if (!specifier.startsWith('.')) return next(specifier, { ...context, parentURL: import.meta.url });
  const { href } = new URL(specifier, parent);
  const path = href.slice(sandbox.length);
  if (/^documents\/(library|storylines)\.js$/.test(path)) {
    return { url: `${dist}tests/mutation/library.js`, shortCircuit: true };
  }
  if (!/^(domain|tests)\//.test(path)) return { url: dist + path, shortCircuit: true };
  return { url: href.replace(/\.js$/, '.ts') + new URL(parent).search, shortCircuit: true };
};

export const load: LoadHook = async (url, context, next) => {
  if (!url.startsWith(places.sandbox)) return next(url, context);
  const file = new URL(url);
  const source = compiled.get(file.pathname) ?? (await compile(file));
  compiled.set(file.pathname, source);
  return { format: 'module', source, shortCircuit: true };
};

async function compile(file: URL): Promise<string> {
  const { code } = await transform(await readFile(file.pathname, 'utf8'), {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return code;
}
