/** The page of a rulebook: its process as a picture, its stages, and who may give which command. */
import type { RulebookDocument } from '../domain/rulebook/document.js';
import { type Role, type Rulebook, stages } from '../domain/rulebook/rulebook.js';
import { type Permissions, permissionsOf } from './permissions.js';
import { mermaid } from './process.js';
import { conditionText, presenceText } from './rule-text.js';

interface Book {
  document: RulebookDocument;
  rulebook: Rulebook;
}

export function processPage({ document, rulebook }: Book): string {
  const { zh, en } = document.title;
  const permissions = permissionsOf(rulebook);
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
    `| command | ${permissions.roles.join(' | ')} | only if | clauses |`,
    `|---|${'---|'.repeat(permissions.roles.length)}---|---|`,
    ...permissionRows(permissions),
    '',
  ].join('\n');
}

function permissionRows({ roles: columns, rows }: Permissions): string[] {
  return rows.map(({ command, by, all, when, clauses }) => {
    const mark = (role: Role) => (all.includes(role) ? '✓ᵃ' : by.includes(role) ? '✓' : ' ');
    return `| ${[command, ...columns.map(mark), conditionText(when), clauses.join(', ')].join(' | ')} |`;
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
