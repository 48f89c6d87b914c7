/** What stands in for `@jest/globals` while mutants are tested: tests are collected, and run by the runner. */
import { expect } from 'expect';

export interface Collected {
  name: string;
  run(): unknown;
}

let tests: Collected[] = [];
let path: string[] = [];

/** The tests that a load has collected. */
export async function collect(load: () => Promise<unknown>): Promise<Collected[]> {
  tests = [];
  path = [];
  await load();
  return tests;
}

type Body = (...values: never[]) => unknown;

function add(name: string, run: () => unknown): void {
  tests.push({ name: [...path, name].join(' › '), run });
}

function describe(name: string, body: () => void): void {
  path = [...path, name];
  body();
  path = path.slice(0, -1);
}

/** A row each; its number makes the name its own. */
const each =
  <F>(one: (name: string, run: F) => void, of: (body: Body, values: never[]) => F) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void =>
    rows.forEach((row, i) => {
      const values = (Array.isArray(row) ? row : [row]) as never[];
      const said = values.map(String);
      one(`${name.replace(/%s/g, () => said.shift() ?? '')} #${i}`, of(body, values));
    });

describe.each = each(describe, (body, values) => () => void body(...values));
const test = Object.assign((name: string, run: () => unknown) => add(name, run), {
  each: each(add, (body, values) => () => body(...values)),
});

export { describe, expect, test };
