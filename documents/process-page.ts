/** The page of a rulebook: its process as a picture, its stages, and who may give which command. */
import { commands } from '../domain/complaint/commands/index.js';
import { roleFor } from '../domain/complaint/rights.js';
import { statuses } from '../domain/complaint/statuses.js';
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { type Role, roles, type Rulebook, stages } from '../domain/rulebook/rulebook.js';
import { arrowsOf, commandsAt, mermaid } from './process.js';
import { conditionText, presenceText } from './rule-text.js';

interface Book {
  document: RulebookDocument;
  rulebook: Rulebook;
}

export function processPage({ document, rulebook }: Book): string {
  const { zh, en } = document.title;
  return [
    `# ${document.rulebook} ${[zh, en].filter(Boolean).join(' — ')}\n`,
    `Generated from [the rulebook](../../rulebooks/${document.rulebook}.yaml): \`npm run generate\`. Its periods and what proves them: [the regulations](../regulations.md).\n`,
    '## Process\n',
    `\`\`\`mermaid\n${mermaid(rulebook)}\n\`\`\`\n`,
    'Where a stage depends on a condition, both ways are drawn. '.concat(asideText(rulebook), '\n'),
    '| stage | present |',
    '|---|---|',
    ...stages.map((stage) => `| ${stage} | ${presenceText(rulebook.stages[stage])} |`),
    '',
    '## Who may give which command\n',
    'A complaint must also stand where the command belongs; ✓ᵃ: each of them must give it.\n',
    `| command | ${roles.filter(isUsed(rulebook)).join(' | ')} | only if | clauses |`,
    `|---|${'---|'.repeat(roles.filter(isUsed(rulebook)).length)}---|---|`,
    ...permissionRows(rulebook),
    '',
  ].join('\n');
}

/** Commands of the rulebook that have a status to be given in. */
function commandsOf(rulebook: Rulebook) {
  const reached = new Set(['received', ...arrowsOf(rulebook).map(({ to }) => to)]);
  const possible = statuses.filter((status) => reached.has(status)).flatMap((one) => commandsAt(one, rulebook));
  return Object.values(commands).filter((one) => possible.includes(one));
}

const mayGive = (rulebook: Rulebook, name: string, role: Role): boolean => {
  const command = commands[name];
  return (
    command !== undefined && roleFor(command, { user: role, roles: [role] }, rulebook.decisions[name]?.by) === role
  );
};

const isUsed = (rulebook: Rulebook) => {
  const names = commandsOf(rulebook).map(({ name }) => name);
  return (role: Role) => names.some((name) => mayGive(rulebook, name, role));
};

function permissionRows(rulebook: Rulebook): string[] {
  const columns = roles.filter(isUsed(rulebook));
  return commandsOf(rulebook).map(({ name }) => {
    const decision = rulebook.decisions[name];
    const cited = decision?.clauses ?? rulebook.decisions['default']?.clauses ?? [];
    const mark = (role: Role) => {
      if (!mayGive(rulebook, name, role)) return ' ';
      return decision?.all && decision.by?.includes(role) ? '✓ᵃ' : '✓';
    };
    return `| ${[name, ...columns.map(mark), conditionText(decision?.when), cited.join(', ')].join(' | ')} |`;
  });
}

function asideText(rulebook: Rulebook): string {
  const left: [string, string][] = [
    ['withdraw', 'withdrawn'],
    ['markUnclosed', 'unclosed'],
    ['merge', 'merged (unmerge leads back)'],
  ];
  const told = left.filter(([name]) => !rulebook.decisions[name]?.never).map(([name, to]) => `${name} to ${to}`);
  return told.length > 0 ? `From anywhere under way, not drawn: ${told.join(', ')}.` : '';
}
