/** Which storylines prove which clause: the table of docs/regulations.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorePlayer } from '../domain/rehearsal/core.js';
import type { Expectation } from '../domain/rehearsal/storyline.js';
import { perform, type Rehearsal } from '../domain/rehearsal/perform.js';
import type { ClockRuleDocument, Label, RulebookDocument } from '../domain/rulebook/document.js';
import { calendarFor, type Library } from './library.js';
import { conditionText, periodText } from './rule-text.js';
import { parseStoryline } from './storylines.js';

/** A storyline and what it proves: how a rule of a clock fared, and the clauses that its expectations name. */
interface Proof {
  file: string;
  rulebook: string;
  clocks: { clock: string; rule: number; late: boolean }[];
  clauses: string[];
}

const intro = `# The regulations and what proves them

Generated from the rulebooks and their storylines: \`npm run generate\`. Each storyline is played on the pure core and on
the real engine. *In time* ones meet the period, most of them at its last moment, or leave it open; *late* ones miss it,
most of them by one second.
`;

/** The page, from a library and its folder of storylines. */
export async function proofPage(library: Library, folder: string): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const proofs: Proof[] = [];
  for (const file of files.sort()) proofs.push(await proofOf(library, folder, file));
  const books = [...library.rulebooks.values()].map(({ document }) => document);
  return [intro, ...books.map((book) => chapter(book, proofs))].join('\n');
}

async function proofOf(library: Library, folder: string, file: string): Promise<Proof> {
  const storyline = parseStoryline(readFileSync(join(folder, file), 'utf8'), file, [...library.rulebooks.keys()]);
  const known = library.rulebooks.get(storyline.rulebook);
  if (!known) throw new RangeError(`no rulebook ${storyline.rulebook}`);
  const { rulebook } = known;
  const rehearsal = await perform(storyline, new CorePlayer(rulebook, calendarFor(library, rulebook)));
  const expectations = storyline.steps.flatMap(({ expect }) => (expect ? [expect] : []));
  const clocks = [...new Set(expectations.flatMap((expect) => Object.keys(expect.deadlines ?? {})))];
  return {
    file,
    rulebook: storyline.rulebook,
    clocks: clocks.flatMap((clock) => fared(clock, rehearsal)),
    clauses: [...new Set(expectations.flatMap(clausesBesidesClocks))],
  };
}

/** How each rule of a clock fared that was ever in force. */
function fared(clock: string, { events }: Rehearsal): Proof['clocks'] {
  const all: Proof['clocks'] = [];
  for (const event of events) {
    if (event.type === 'DeadlineSet' && event.clock === clock) all.push({ clock, rule: event.rule, late: false });
    const last = all.at(-1);
    if (event.type === 'DeadlineMissed' && event.clock === clock && last) last.late = true;
  }
  return all;
}

function clausesBesidesClocks({ refused, events = [] }: Expectation): string[] {
  const told = events.filter((event) => event.clock === undefined).flatMap((event) => event.clauses ?? []);
  return [...(refused?.clauses ?? []), ...(told as string[])];
}

function chapter(book: RulebookDocument, proofs: Proof[]): string {
  const own = proofs.filter(({ rulebook }) => rulebook === book.rulebook);
  const rows = Object.entries(book.clocks ?? {}).flatMap(([clock, rules]) =>
    rules.map((rule, i) =>
      periodRow(
        clock,
        rule,
        own.filter((proof) => proves(proof, clock, i)),
        (proof) => isLate(proof, clock, i),
      ),
    ),
  );
  const cited = Object.entries(book.clauses).flatMap(([clause, summary]) => {
    const by = own.filter(({ clauses }) => clauses.includes(clause));
    return by.length > 0 ? [`| ${clause} | ${said(summary)} | ${links(by)} |`] : [];
  });
  const rest = own.filter(({ clocks, clauses }) => clocks.length === 0 && clauses.length === 0);
  return [
    `## ${book.rulebook} ${[book.title.zh, book.title.en].filter(Boolean).join(' — ')}\n`,
    `[Process and permissions](rulebooks/${book.rulebook}.md)\n`,
    rows.length > 0
      ? ['| clause | clock | when | period | in time | late |', '|---|---|---|---|---|---|', ...rows].join('\n') + '\n'
      : 'The source states no periods.\n',
    ...(cited.length > 0 ? [['| clause | | storylines |', '|---|---|---|', ...cited].join('\n') + '\n'] : []),
    ...(rest.length > 0 ? [`The whole way and the rest: ${links(rest)}\n`] : []),
  ].join('\n');
}

const proves = ({ clocks }: Proof, clock: string, rule: number): boolean =>
  clocks.some((one) => one.clock === clock && one.rule === rule);
const isLate = ({ clocks }: Proof, clock: string, rule: number): boolean =>
  clocks.some((one) => one.clock === clock && one.rule === rule && one.late);

function periodRow(clock: string, rule: ClockRuleDocument, by: Proof[], late: (proof: Proof) => boolean): string {
  const reading = rule.reading ? ` *(reading: ${said(rule.reading)})*` : '';
  const period = `${periodText(rule)}${reading}`;
  const cells = [rule.clauses.join(', '), clock, conditionText(rule.when), period];
  return `| ${[...cells, links(by.filter((one) => !late(one))), links(by.filter(late))].join(' | ')} |`;
}

const said = ({ zh, en }: Label): string => (en ?? zh ?? '').replaceAll('|', '\\|');

const links = (proofs: Proof[]): string =>
  proofs.map(({ file }) => `[${nameOf(file)}](../rulebooks/storylines/${file})`).join(' · ');

const nameOf = (file: string): string =>
  (file.split('/').at(-1) ?? file).replace(/^[a-z]{2}-|\.yaml$/g, '').replaceAll('-', ' ');
