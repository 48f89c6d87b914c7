import type { CommandShape, Complaint, Field, Rulebook } from '../../api/shapes.js';

/** What the next step of a compensation is, and what it takes. */
const compensationSteps: Record<string, { step: string; fields: string[] }> = {
  none: { step: 'propose', fields: ['size', 'amount', 'lowestClaim', 'reason'] },
  proposed: { step: 'approve', fields: ['manner', 'authorised'] },
  approved: { step: 'settle', fields: ['memo'] },
  settled: { step: 'pay', fields: [] },
};

export const compensationStep = ({ compensation }: Complaint) =>
  compensationSteps[compensation && compensation.state !== 'paid' ? compensation.state : 'none'];

/** What this complaint needs no answer to, because its state gives it. */
export function givenOf(command: string, complaint: Complaint): Record<string, unknown> {
  return command === 'compensate' ? { step: compensationStep(complaint)?.step } : {};
}

/** The fields of a command that are asked for this complaint: only what its rulebook has words for. */
export function askedFields(
  { name: command, input }: CommandShape,
  complaint: Complaint,
  book: Rulebook | undefined,
): [string, Field][] {
  return Object.entries(input).flatMap(([name, field]): [string, Field][] => {
    if (isIdle(command, name, complaint, book)) return [];
    return [
      [name, command === 'compensate' && name !== 'authorised' ? { ...field, required: name !== 'manner' } : field],
    ];
  });
}

function isIdle(command: string, name: string, complaint: Complaint, book: Rulebook | undefined): boolean {
  if (command !== 'compensate') return lacksWords(command, name, book);
  const size = complaint.compensation?.size ?? '';
  if (name === 'authorised' && !book?.compensation?.[size]?.authorised) return true;
  return !compensationStep(complaint)?.fields.includes(name);
}

/** Whether a rulebook has nothing to say to a field. */
export function lacksWords(command: string, name: string, book: Rulebook | undefined): boolean {
  if (command === 'recordFindings' && name === 'outcome') return !book?.outcomes;
  switch (name) {
    case 'version':
      return true;
    case 'addressee':
      return !book?.feedbackTo;
    case 'payer':
    case 'price':
      return !book?.payers;
    case 'rework':
      return !book?.service?.rework;
    case 'ratings':
      return !book?.survey;
    default:
      return false;
  }
}
