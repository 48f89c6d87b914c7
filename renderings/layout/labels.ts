import type { Role } from '../../domain/rulebook/rulebook.js';
import type { Words } from '../../domain/paper/words.js';

/** What a layout says of itself. */
export const labels = {
  none: { zh: '无', en: 'none' },
  unknown: { zh: '—', en: '—' },
  unnumbered: { zh: '（未编号）', en: '(not numbered)' },
  draft: { zh: '草稿', en: 'Draft' },
  late: { zh: '迟发', en: 'Late' },
  missing: { zh: '缺项', en: 'Incomplete' },
  correction: { zh: '更正', en: 'Correction' },
  corrected: { zh: '已更正', en: 'Corrected' },
  completedBy: { zh: '编制人', en: 'Prepared by' },
  approvedBy: { zh: '签发人', en: 'Approved by' },
  confirmedBy: { zh: '确认人', en: 'Confirmed by' },
  seal: { zh: '（盖章）', en: '(Seal)' },
  to: { zh: '报送', en: 'To' },
  cutOff: { zh: '数据截止', en: 'Data as of' },
  ground: { zh: '依据', en: 'On the ground of' },
  unit: { zh: '编报单位', en: 'From' },
  number: { zh: '编号', en: 'No.' },
  approval: { zh: '审批', en: 'approval' },
} satisfies Record<string, Words>;

/** The roles of the house, as papers name them. */
export const roleNames: Record<Role, Words> = {
  reception: { zh: '前台', en: 'reception' },
  supervisor: { zh: '客服主管', en: 'supervisor' },
  handler: { zh: '经办人', en: 'handler' },
  approver: { zh: '分管领导', en: 'leader in charge' },
  revisitor: { zh: '回访员', en: 'revisitor' },
  company: { zh: '物业公司', en: 'property company' },
  hq: { zh: '集团', en: 'group HQ' },
  auditor: { zh: '审计', en: 'auditor' },
  admin: { zh: '管理员', en: 'administrator' },
};
