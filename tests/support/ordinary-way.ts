import type { Role } from '../../domain/rulebook/rulebook.js';

/** The ordinary way after filing, step by step. */
export const ordinaryWay: [string, Role, Record<string, unknown>?][] = [
  ['accept', 'supervisor'],
  ['dispatch', 'supervisor', { unit: 'engineering', handler: 'handler' }],
  ['takeOver', 'handler'],
  [
    'recordFindings',
    'handler',
    {
      category: 'equipment',
      nature: 'facility',
      subNature: 'quality',
      valid: true,
      findings: '门机控制板老化，维保单位未更换。',
    },
  ],
  [
    'propose',
    'handler',
    { measures: '更换门机控制板；更换期间安排搬抬协助。', owner: 'handler', finishBy: '2099-03-04T18:00:00+08:00' },
  ],
  ['approve', 'supervisor'],
  ['reply', 'supervisor', { form: 'phone', text: '周三下班前修好，其间楼下有人帮忙搬抬。' }],
  ['agree', 'supervisor'],
  ['complete', 'handler', { result: '控制板已更换，试运行 4 小时无故障。' }],
  ['verify', 'supervisor', { passed: true }],
  ['feedBack', 'supervisor', { form: 'phone', text: '已告知修复结果。' }],
  ['revisit', 'revisitor', { outcome: 'satisfied', form: 'phone' }],
];
