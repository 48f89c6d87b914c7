import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio, Select, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { keepPreferences, type NoticePreferences, preferences } from '../api/notices.js';
import { isProblem } from '../api/problem.js';
import { Checks } from '../parts/Checks.js';
import { sayFault } from '../parts/faults.js';
import { useSession } from '../app/session.js';
import { Failure, Loading } from '../parts/States.js';
import { useLanguages } from '../parts/languages.js';
import { useWords } from '../parts/words.js';
import './notices.css';

const kinds = ['work', 'deadline', 'escalation', 'progress'] as const;
const ways = ['inbox', 'email'] as const;
type Ways = NonNullable<NoticePreferences['kinds']['work']>;

interface Values {
  language: 'zh' | 'en';
  email?: string;
  kinds: Record<(typeof kinds)[number], Ways>;
  quiet: boolean;
  from: Dayjs;
  to: Dayjs;
  digest: 'atOnce' | 'daily';
  digestAt: Dayjs;
}

/** 通知设置: how I want to be told. */
export function Preferences() {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery(preferences);
  return (
    <div className="page preferences">
      <div className="page-head">
        <h1>{t('preferences.title')}</h1>
        <span className="lead">{t('preferences.lead')}</span>
      </div>
      {isPending && <Loading />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && <PreferencesForm kept={data} />}
    </div>
  );
}

const at = (time: string) => dayjs(`2000-01-01T${time}`);

function PreferencesForm({ kept }: { kept: NoticePreferences }) {
  const words = useWords();
  const { t, term, problem } = words;
  const { mail } = useSession();
  const languages = useLanguages();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const keep = useMutation({
    mutationFn: keepPreferences,
    onSuccess: (data) => queries.setQueryData(preferences.queryKey, data),
    onError: (error) => {
      if (!isProblem(error)) return;
      form.setFields(
        error.errors.map(({ path, message }) => ({
          name: path.split('.') as never,
          errors: [sayFault(message, words)],
        })),
      );
    },
  });
  const quiet = Form.useWatch('quiet', form) ?? kept.quiet !== null;
  const digest = Form.useWatch('digest', form) ?? (kept.digestAt ? 'daily' : 'atOnce');
  const submit = (values: Values) =>
    keep.mutate({
      language: values.language,
      email: values.email?.trim() || null,
      kinds: values.kinds,
      quiet: values.quiet ? { from: values.from.format('HH:mm'), to: values.to.format('HH:mm') } : null,
      digestAt: values.digest === 'daily' ? values.digestAt.format('HH:mm') : null,
    });
  return (
    <Form
      form={form}
      layout="vertical"
      className="card preferences-form"
      requiredMark={false}
      onFinish={submit}
      onValuesChange={() => keep.reset()}
      initialValues={{
        language: kept.language,
        email: kept.email ?? '',
        kinds: Object.fromEntries(kinds.map((kind) => [kind, kept.kinds[kind] ?? [...ways]])),
        quiet: kept.quiet !== null,
        from: at(kept.quiet?.from ?? '22:00'),
        to: at(kept.quiet?.to ?? '07:30'),
        digest: kept.digestAt ? 'daily' : 'atOnce',
        digestAt: at(kept.digestAt ?? '17:30'),
      }}
    >
      <Form.Item
        name="email"
        label={t('preferences.email')}
        extra={t(mail ? 'preferences.emailHint' : 'preferences.noMail')}
      >
        <Input type="email" autoComplete="email" maxLength={254} placeholder="name@example.com" />
      </Form.Item>
      <Form.Item name="language" label={t('preferences.language')}>
        <Select options={languages} />
      </Form.Item>
      <fieldset>
        <legend>{t('preferences.kinds')}</legend>
        {kinds.map((kind) => (
          <div key={kind} className="preferences-kind">
            <span>
              <b>{term('noticeKind', kind)}</b>
              <small>{t(`preferences.about.${kind}`)}</small>
            </span>
            <Form.Item name={['kinds', kind]} noStyle>
              <Checks
                label={term('noticeKind', kind)}
                options={ways.map((value) => ({ value, label: term('way', value) }))}
              />
            </Form.Item>
          </div>
        ))}
        <p className="faint">{t('preferences.always')}</p>
      </fieldset>
      <fieldset>
        <legend>{t('preferences.when')}</legend>
        <Form.Item name="digest" noStyle>
          <Radio.Group options={['atOnce', 'daily'].map((value) => ({ value, label: t(`preferences.${value}`) }))} />
        </Form.Item>
        {digest === 'daily' && (
          <Form.Item name="digestAt" label={t('preferences.digestAt')}>
            <TimePicker format="HH:mm" minuteStep={5} allowClear={false} needConfirm={false} />
          </Form.Item>
        )}
        <div className="preferences-quiet">
          <Form.Item name="quiet" valuePropName="checked" noStyle>
            <Switch aria-label={t('preferences.quiet')} />
          </Form.Item>
          <span>{t('preferences.quiet')}</span>
          {quiet && (
            <span className="preferences-times">
              <Form.Item name="from" noStyle>
                <TimePicker
                  aria-label={t('preferences.from')}
                  format="HH:mm"
                  minuteStep={5}
                  allowClear={false}
                  needConfirm={false}
                />
              </Form.Item>
              {t('preferences.to')}
              <Form.Item name="to" noStyle>
                <TimePicker
                  aria-label={t('preferences.until')}
                  format="HH:mm"
                  minuteStep={5}
                  allowClear={false}
                  needConfirm={false}
                />
              </Form.Item>
            </span>
          )}
        </div>
        <p className="faint">{t('preferences.urgent')}</p>
      </fieldset>
      {keep.error && <Alert type="error" showIcon title={problem(keep.error)} />}
      {keep.isSuccess && <Alert type="success" showIcon title={t('preferences.kept')} />}
      <Button type="primary" htmlType="submit" loading={keep.isPending}>
        {t('preferences.keep')}
      </Button>
    </Form>
  );
}
