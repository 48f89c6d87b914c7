/** What problems are called. Details of refusals come from the core in English; here are the sentences in Chinese. */
import { statusTerms, term } from '../../domain/paper/terms.js';
import type { Language } from './language.js';

type Sentence = (params: Record<string, string | number>) => string | undefined;
interface Text {
  zh: string;
  en: string;
  /** Instead of the title. */
  detail?: { zh?: Sentence; en?: Sentence };
}

const texts: Record<string, Text> = {
  invalid: {
    zh: '输入有误',
    en: 'The input is not valid',
    detail: { zh: () => '输入有误，请按 errors 中的说明更正。', en: () => 'Correct what is listed in errors.' },
  },
  unauthenticated: { zh: '请先登录', en: 'Sign in first' },
  'wrong-credentials': { zh: '用户名或密码不正确', en: 'The user name or the password is wrong' },
  'wrong-code': {
    zh: '验证码不正确或已用过，请输入最新的验证码',
    en: 'The code is wrong, or was used before: give the latest one',
  },
  'second-factor-to-set-up': {
    zh: '您的岗位需要两步验证，请先设置',
    en: 'Your role needs a second factor: set it up first',
  },
  'second-factor-needed': {
    zh: '您的岗位需要两步验证，不能关闭',
    en: 'Your role needs a second factor: it cannot be taken away',
  },
  'no-second-factor': { zh: '尚未设置两步验证', en: 'No second factor is set up' },
  'nothing-proposed': { zh: '请重新开始设置两步验证', en: 'Begin setting up the second factor again' },
  'beyond-token': { zh: '此访问令牌无权进行此操作', en: 'This token does not reach so far' },
  'foreign-page': { zh: '请求不是来自本系统的页面', en: 'The request does not come from a page of ours' },
  'identity-refused': {
    zh: '统一身份认证没有成功，请重新登录',
    en: 'Signing in at the identity provider did not succeed: try again',
  },
  'no-account': {
    zh: '您的身份在本系统没有账号，请联系管理员',
    en: 'There is no account here for you: ask an administrator',
  },
  'provider-unavailable': { zh: '统一身份认证暂不可用', en: 'The identity provider is away' },
  forbidden: { zh: '您的角色无权进行此操作', en: 'Your role may not do this' },
  'password-to-change': {
    zh: '请先修改一次性密码',
    en: 'The password was made for you: change it first',
  },
  'in-the-way': {
    zh: '该单位尚不能撤销',
    en: 'The node cannot be closed yet',
    detail: {
      zh: ({ complaints, people, nodes }) =>
        `该单位及其下级还有：未结束的投诉 ${complaints} 件、任职人员 ${people} 人、未撤销的下级单位 ${nodes} 个，请先处理。`,
      en: ({ complaints, people, nodes }) =>
        `Still here or below: open complaints (${complaints}), people (${people}), nodes (${nodes}). See to them first.`,
    },
  },
  'has-open-work': {
    zh: '此人还有未结束的投诉，请先移交',
    en: 'They still handle open complaints: hand those over first',
    detail: {
      zh: ({ complaints }) => `此人还经办 ${complaints} 件未结束的投诉，请先移交。`,
      en: ({ complaints }) => `They still handle ${complaints} open complaints: hand those over first.`,
    },
  },
  'own-roles': {
    zh: '不能给自己任职或变更自己的任职、账号，请由另一名管理员办理',
    en: 'Nobody changes their own roles or account: ask another administrator',
  },
  taken: { zh: '该编号或用户名已被使用', en: 'This id or user name is taken' },
  'email-taken': { zh: '该邮箱已登记在另一账号下', en: 'Another account has this address' },
  'sheet-has-problems': {
    zh: '表格中有错误，未导入任何内容',
    en: 'The table has mistakes: nothing was taken in',
  },
  'last-administrator': {
    zh: '至少要保留一名集团级系统管理员',
    en: 'At least one administrator of the whole organisation must remain',
  },
  'not-found': { zh: '没有找到', en: 'There is no such thing here' },
  'method-not-allowed': { zh: '不支持此方法', en: 'Not with this method' },
  stale: {
    zh: '读取之后已有新的变化',
    en: 'It has changed since it was read',
    detail: {
      zh: ({ seq, revision }) => {
        if (seq !== undefined) return `投诉已进展到第 ${seq} 条记录，请刷新后再试。`;
        return revision === undefined ? undefined : `草稿已改到第 ${revision} 稿，请刷新后再试。`;
      },
      en: ({ revision }) =>
        revision === undefined ? undefined : `The draft is at revision ${revision}: read it again.`,
    },
  },
  'too-large': { zh: '内容过大', en: 'The body is too large' },
  'unsupported-file': {
    zh: '不支持这种文件：可传图片、PDF、Office 文档、录音录像和纯文本',
    en: 'No file of this kind: images, PDF, office documents, recordings and plain text are taken',
  },
  'too-many-files': { zh: '这件投诉的附件已达上限', en: 'This complaint has as many files as it may' },
  'unsupported-type': { zh: '不支持的内容类型', en: 'Send JSON' },
  'key-reused': {
    zh: '同一 Idempotency-Key 已用于另一请求',
    en: 'This Idempotency-Key was used for another request',
  },
  'too-many-attempts': { zh: '尝试次数过多，请稍后再试', en: 'Too many attempts: wait a while' },
  'engine-unavailable': {
    zh: '流程引擎暂不可用，请稍后以同一 Idempotency-Key 重试',
    en: 'The engine is away: try again later with the same Idempotency-Key',
  },
  'database-unavailable': {
    zh: '数据库暂不可用，请稍后以同一 Idempotency-Key 重试',
    en: 'The database is away: try again later with the same Idempotency-Key',
  },
  'keys-unavailable': {
    zh: '密钥服务暂不可用，请稍后以同一 Idempotency-Key 重试',
    en: 'The key service is away: try again later with the same Idempotency-Key',
  },
  'internal-error': { zh: '系统内部错误', en: 'Something went wrong on our side' },
  'wrong-status': {
    zh: '当前状态不能进行此操作',
    en: 'Not possible in this status',
    detail: {
      zh: ({ command, status }) => `投诉当前状态为“${term(statusTerms, String(status)).zh}”，不能进行“${command}”。`,
    },
  },
  'self-approval': { zh: '不能审批自己提出的方案', en: 'Nobody approves what they proposed themselves' },
  'stale-plan': { zh: '该方案版本已被更新的版本取代', en: 'A newer version of the plan exists' },
  recused: { zh: '被投诉人或已回避人员不得处理此投诉', en: 'Who is accused or recused handles nothing of it' },
  'handed-up': { zh: '上交公司的投诉不得再转回项目处理', en: 'What the company took over does not go back down' },
  'unknown-ground': { zh: '规程中没有此理由', en: 'The rulebook has no such ground' },
  'too-late': { zh: '已过期限', en: 'It is too late for this' },
  'too-early': { zh: '尚未到可以进行的时间', en: 'It is too early for this' },
  'no-revisit-exemption': { zh: '不符合免回访的条件', en: 'The ground for no revisit does not hold' },
  'reason-required': { zh: '请填写理由或内容，不能为空', en: 'A reason must be written' },
  'unknown-clock': { zh: '此投诉没有该时限', en: 'This complaint has no such clock' },
  'not-suspendable': { zh: '此时不能中止计时', en: 'It cannot be suspended now' },
  'lower-forbidden': { zh: '不能降低投诉级别', en: 'The severity cannot be lowered' },
  'stale-paper': { zh: '文书已被他人修改，请刷新后再试', en: 'Somebody has changed the paper: read it again' },
  'wrong-paper-state': { zh: '文书当前状态不能进行此操作', en: 'Not possible with a paper in this state' },
  incomplete: { zh: '文书内容尚未填写完整', en: 'Parts of the paper are not written yet' },
  unapproved: { zh: '文书尚未批准', en: 'The paper is not approved yet' },
  'unknown-part': { zh: '文书中没有此项内容', en: 'The paper has no such part' },
  'has-members': {
    zh: '已有其他投诉并入此投诉，不能再并入别的投诉',
    en: 'Other complaints go on in this one: it cannot be merged itself',
  },
  'not-mergeable': { zh: '不能并入所选的投诉', en: 'It cannot be merged into that complaint' },
  'kept-apart': {
    zh: '有人认定其中有不是同一事项的投诉，请先撤销该认定',
    en: 'Somebody found complaints of these to be different matters: undo that first',
  },
  'kept-together': {
    zh: '有人已通过其他投诉认定二者为同一事项，请先撤销该认定',
    en: 'Somebody confirmed both to be the same matter by way of another: undo that first',
  },
  already: { zh: '已经进行过此操作', en: 'This has been done already' },
  'not-a-draft': { zh: '已批准的规程版本不能更改或删除', en: 'What was approved is never changed or deleted' },
  'not-approved': { zh: '该版本尚未批准', en: 'This version is not approved' },
  'has-problems': { zh: '规程文本有误，请先更正', en: 'The rulebook has mistakes: correct them first' },
  'in-force': { zh: '已生效的规程版本不能撤回', en: 'What has come into force is never withdrawn' },
  'not-undoable': {
    zh: '只有已执行完毕且仍有核销件的年末核销可以整批撤销',
    en: 'Only a write-off that has ended, of which something is still written off, is taken back as a whole',
  },
  'not-in-force': { zh: '该规程版本尚未生效', en: 'This version is not in force' },
  'rulebook-exists': {
    zh: '已有此编号的规程',
    en: 'There is a rulebook of this id',
    detail: { zh: ({ rulebook }) => `已有编号为“${rulebook}”的规程，请在其下起草新版本。` },
  },
  'not-over': { zh: '投诉尚未办结，不能删除', en: 'It is not over yet: close or withdraw it first' },
  erased: {
    zh: '这件投诉已依法删除，不能再办理；有新的情况请另行登记',
    en: 'It was deleted by law and cannot be taken up again: file what is new as another complaint',
  },
  'history-incomplete': {
    zh: '引擎已不保留这件投诉的完整历史',
    en: 'The engine keeps no whole history of this complaint any more',
  },
  'not-in-rulebook': { zh: '所适用的规程没有此环节', en: 'The rulebook has no such step' },
};

export function titleOf(code: string, language: Language): string {
  return texts[code]?.[language] ?? code;
}

/** The code's own sentence; undefined when what the core said is better. */
export function detailOf(
  code: string,
  language: Language,
  params: Record<string, string | number>,
): string | undefined {
  const own = texts[code]?.detail?.[language]?.(params);
  return own ?? (language === 'zh' ? texts[code]?.zh : undefined);
}
