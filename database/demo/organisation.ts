/** The organisation of a first start: one group, two companies, five projects, somebody for every role. */
import type { Role, Tier } from '../../domain/rulebook/rulebook.js';

export interface DemoNode {
  id: string;
  parent: string | null;
  tier: Tier;
  name: string;
  rulebook?: string;
}

export const demoNodes: DemoNode[] = [
  { id: 'anju', parent: null, tier: 'group', name: '安居物业集团', rulebook: 'WY' },
  { id: 'huadong', parent: 'anju', tier: 'company', name: '华东物业公司' },
  { id: 'huanan', parent: 'anju', tier: 'company', name: '华南物业公司' },
  { id: 'cuihu', parent: 'huadong', tier: 'project', name: '翠湖花园' },
  { id: 'jinxiu', parent: 'huadong', tier: 'project', name: '锦绣家园' },
  { id: 'binjiang', parent: 'huadong', tier: 'project', name: '滨江国际' },
  { id: 'xinghai', parent: 'huanan', tier: 'project', name: '星海广场' },
  { id: 'nanshan', parent: 'huanan', tier: 'project', name: '南山一品' },
];

export interface DemoUser {
  /** User name and id. */
  id: string;
  name: string;
  roles: Role[];
  node: string;
}

export const demoUsers: DemoUser[] = [
  { id: 'reception', name: '周小雨', roles: ['reception'], node: 'cuihu' },
  { id: 'supervisor', name: '陈静', roles: ['supervisor'], node: 'cuihu' },
  { id: 'handler', name: '王强', roles: ['handler'], node: 'cuihu' },
  { id: 'approver', name: '孙立军', roles: ['approver'], node: 'cuihu' },
  { id: 'revisitor', name: '何敏', roles: ['revisitor'], node: 'cuihu' },
  { id: 'company', name: '郑国华', roles: ['company'], node: 'huadong' },
  { id: 'hq', name: '林建平', roles: ['hq'], node: 'anju' },
  { id: 'auditor', name: '吴明哲', roles: ['auditor'], node: 'anju' },
  { id: 'admin', name: '系统管理员', roles: ['admin'], node: 'anju' },
  { id: 'zhangwei', name: '张伟', roles: ['handler'], node: 'cuihu' },
  { id: 'lina', name: '李娜', roles: ['handler'], node: 'cuihu' },
  { id: 'liuyang', name: '刘洋', roles: ['handler'], node: 'cuihu' },
  { id: 'yangfan', name: '杨帆', roles: ['supervisor'], node: 'cuihu' },
  { id: 'zhaomin', name: '赵敏', roles: ['reception', 'supervisor'], node: 'jinxiu' },
  { id: 'huanglei', name: '黄磊', roles: ['handler'], node: 'jinxiu' },
  { id: 'xujing', name: '徐静', roles: ['reception', 'supervisor'], node: 'xinghai' },
  { id: 'gaofeng', name: '高峰', roles: ['company'], node: 'huanan' },
];
