/** From the document that people write to the compact form that decides. */
import { parseBudget } from '../calendar/budget.js';
import type { ClockRuleDocument, RulebookDocument } from './document.js';
import type { Particulars } from './particulars.js';
import { type ClockRule, type Rulebook, stages } from './rulebook.js';

const fractions = { half: 0.5, 'nine tenths': 0.9 };
const hoursOf: Record<string, number> = { hours: 1, days: 24, weeks: 168 };

/** Compiles a checked document. Throws a RangeError on a period that is none. */
export function compile(document: RulebookDocument): Rulebook {
  const cited = document.decisions.default?.clauses ?? [];
  return {
    id: document.rulebook,
    version: document.version,
    title: document.title.zh ?? document.title.en ?? document.rulebook,
    calendar: document.calendar,
    ...(document.hours ? { hours: document.hours } : {}),
    categories: Object.keys(document.categories),
    grades: Object.keys(document.grades ?? {}),
    natures: mapValues(document.natures ?? {}, ({ sub }) => Object.keys(sub ?? {})),
    units: Object.keys(document.units ?? {}),
    stages: Object.fromEntries(stages.map((stage) => [stage, document.stages?.[stage] ?? true])) as Rulebook['stages'],
    clocks: mapValues(document.clocks ?? {}, (rules) => rules.map(compileRule)),
    severities: mapValues(document.severities ?? {}, (rule) => ({
      tier: rule.tier,
      clauses: rule.clauses,
      facts: (rule.facts ?? []).flatMap((facts) => Object.entries(facts).map(([fact, is]) => ({ fact, is }))),
    })),
    grounds: mapValues(document.grounds ?? {}, ({ clauses }) => clauses),
    supervisionGrounds: mapValues(document.supervision ?? {}, ({ clauses }) => clauses),
    exemptions: mapValues(document.revisit?.exemptions ?? {}, ({ clauses }) => clauses),
    decisions: document.decisions,
    ...(document.bulletins
      ? {
          bulletins: {
            severity: document.bulletins.severity,
            everyHours: inHours(document.bulletins.every),
            turns: document.bulletins.turns,
            clauses: document.bulletins.clauses,
          },
        }
      : {}),
    observation: document.revisit?.observation ?? { days: 7, clauses: cited },
    ...(document.handUp ? { handUp: document.handUp } : {}),
    ...(document.replyApproval ? { replyApproval: document.replyApproval } : {}),
    ...(document.restricted ? { restricted: document.restricted } : {}),
    recusal: document.recusal ?? { clauses: document.decisions.recuse?.clauses ?? cited },
    suspension: document.suspension ?? { clauses: document.decisions.suspend?.clauses ?? cited },
    ...particularsOf(document),
    warnings: (document.warnings ?? ['half', 'nine tenths']).map((name) => fractions[name]).sort(),
  };
}

/** Only what the document has: most have none of it. */
function particularsOf({ forms, decisions, instances, confirmation, ...document }: RulebookDocument): Particulars {
  const { outcomes, compensation, penalty, firstReceiver, feedbackTo, payers, paths, survey } = document;
  return {
    ...(outcomes ? { outcomes: clausesOf(outcomes) } : {}),
    ...(forms && decisions['issueSheet'] ? { sheets: clausesOf(forms) } : {}),
    ...(compensation ? { compensation } : {}),
    ...(penalty ? { penalty } : {}),
    ...(firstReceiver ? { firstReceiver } : {}),
    ...(confirmation ? { confirmation: { exempt: [], ...confirmation } } : {}),
    ...(instances
      ? {
          instances: Object.entries(instances).map(([name, { outside, clauses }]) => ({
            name,
            ...(outside ? { outside } : {}),
            clauses,
          })),
        }
      : {}),
    ...(feedbackTo ? { feedbackTo: clausesOf(feedbackTo) } : {}),
    ...(payers ? { payers: mapValues(payers, ({ zh: _, en: __, ...rule }) => rule) } : {}),
    ...(paths
      ? {
          paths: mapValues(paths, ({ when, way, sheet, clauses }) => ({
            when,
            way,
            ...(sheet ? { sheet } : {}),
            clauses,
          })),
        }
      : {}),
    ...(survey ? { survey: clausesOf(survey) } : {}),
  };
}

const clausesOf = (cited: Record<string, { clauses: string[] }>) => mapValues(cited, ({ clauses }) => clauses);

function compileRule({ within, aim, extension, reading, ...rule }: ClockRuleDocument): ClockRule {
  const said = reading?.zh ?? reading?.en;
  return {
    ...rule,
    budget: parseBudget(within),
    ...(aim ? { aim: parseBudget(aim) } : {}),
    ...(extension ? { extension: { ...extension, most: parseBudget(extension.most) } } : {}),
    ...(said ? { reading: said } : {}),
  };
}

function inHours(text: string): number {
  const { n, unit } = parseBudget(text);
  const hours = hoursOf[unit];
  if (!hours) throw new RangeError(`"${text}" must be in hours, days or weeks`);
  return n * hours;
}

const mapValues = <A, B>(record: Partial<Record<string, A>>, map: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value as A)]));
