/** The schema of rulebooks knows the words of the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { schemaFile } from '../../documents/rulebook-form.js';
import { eventTypes } from '../../documents/rulebook-words.js';
import { clockNames, reportKinds } from '../../domain/complaint/clocks.js';
import { commandNames } from '../../domain/complaint/commands/index.js';
import { signalNames } from '../../domain/complaint/signals.js';
import { conditionKeys } from '../../domain/rulebook/condition.js';
import { recurrences } from '../../domain/rulebook/duty.js';
import { roles, severities, stages, tiers } from '../../domain/rulebook/rulebook.js';

describe('the schema knows the words of the code', () => {
  interface Schema {
    properties: Record<string, Schema>;
    propertyNames: { enum: string[] };
    items: Schema;
    enum: string[];
    additionalProperties: Schema;
    description?: string;
    $defs: Record<string, Schema>;
  }
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
  const keys = (one: Schema | undefined) => Object.keys(one?.properties ?? {}).sort();
  const { properties, $defs } = schema;
  const sorted = (words: readonly string[]) => [...words].sort();

  test.each<[string, string[], readonly string[]]>([
    ['stages', keys(properties['stages']), stages],
    ['severities', keys(properties['severities']), severities.slice(1)],
    ['conditions', keys($defs['condition']), conditionKeys],
    ['tiers', $defs['tier']?.enum ?? [], tiers],
    ['roles', $defs['roles']?.items.enum ?? [], roles],
    [
      'decisions',
      properties['decisions']?.propertyNames.enum ?? [],
      ['default', 'file', ...commandNames, ...signalNames],
    ],
    ['duties', properties['duties']?.additionalProperties.properties['every']?.enum ?? [], recurrences],
    [
      'clocks',
      keys(properties['clocks']),
      [
        ...clockNames,
        ...severities.slice(1).map((one) => `resolve.${one}`),
        ...reportKinds.map((one) => `report.${one}`),
      ],
    ],
  ])('%s', (_, inSchema, inCode) => {
    expect(sorted(inSchema)).toEqual(sorted(inCode));
  });

  test('every part is described, so that editors can explain it', () => {
    for (const [name, one] of Object.entries(properties)) {
      expect([name, one.description ?? '$ref' in one]).not.toEqual([name, false]);
    }
  });

  test('the events that a rulebook may name', () => {
    expect(eventTypes).toEqual(expect.arrayContaining(['Received', 'CustomerDisagreed', 'SeverityRaised', 'Closed']));
  });
});
