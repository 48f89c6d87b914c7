import type { CommandShape, Complaint, SessionUser } from '../../api/shapes.js';

/** What a form begins with: only what is likely right and plain to see. */
export function beginWith(
  { name, input }: CommandShape,
  complaint: Complaint,
  user: SessionUser,
): Record<string, unknown> {
  const plan = complaint.plans.at(-1);
  const draft = complaint.replyDrafts.at(-1);
  const open = complaint.deadlines.filter(({ state, metAt }) => state === 'open' || (state === 'missed' && !metAt));
  const begin: Record<string, unknown> = {};
  if ('form' in input) begin.form = 'phone';
  if ('payer' in input) Object.assign(begin, { payer: complaint.payer, price: complaint.price });
  if (name === 'feedBack' && complaint.fedBackTo?.includes('complainant')) begin.addressee = 'level1';
  if ('category' in input) begin.category = complaint.category;
  if (name === 'propose') {
    begin.owner = plan?.owner ?? complaint.handler?.id ?? (user.roles.includes('handler') ? user.id : undefined);
    begin.measures = plan?.measures;
    begin.cost = plan?.cost;
  }
  if (name === 'recordFindings') {
    const { nature, subNature, valid, findings } = complaint;
    Object.assign(begin, { nature, subNature, valid, findings });
  }
  if (name === 'reply' && draft?.state === 'approved') Object.assign(begin, { text: draft.text, form: draft.form });
  if (name === 'draftReply' && draft) Object.assign(begin, { text: draft.text, form: draft.form });
  if (name === 'grantExtension' || name === 'refuseExtension') begin.clock = Object.keys(complaint.extensions)[0];
  if (name === 'submitReport') {
    begin.kind = open.find(({ clock }) => clock.startsWith('report.'))?.clock.slice('report.'.length);
  }
  return begin;
}
