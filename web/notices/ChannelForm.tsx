import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Radio, Select, Switch } from 'antd';
import { nodeCalendars } from '../api/calendars.js';
import { addChannel, changeChannel, type NoticeChannel, type NoticeChannelInput } from '../api/notices.js';
import { isProblem } from '../api/problem.js';
import { sayFault } from '../parts/faults.js';
import { useLanguages } from '../parts/languages.js';
import { useWords } from '../parts/words.js';

const kinds = ['wecom', 'dingtalk', 'feishu', 'webhook'] as const;
const staff = ['supervisor', 'approver', 'company', 'hq', 'handler', 'reception', 'revisitor'] as const;

type Values = Omit<NoticeChannelInput, 'address' | 'secret'> & { address?: string; secret?: string };

/** Sets a channel up, or changes one; its address and secret are never shown again. */
export function ChannelForm({ channel, close }: { channel?: NoticeChannel; close: () => void }) {
  const words = useWords();
  const languages = useLanguages();
  const { t, term, problem } = words;
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? channel?.kind ?? 'wecom';
  const nodes = useQuery(nodeCalendars);
  const keep = useMutation({
    mutationFn: (body: NoticeChannelInput) => (channel ? changeChannel(channel.id, body) : addChannel(body)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['notice-channels'] });
      close();
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      form.setFields(
        error.errors.map(({ path, message }) => ({ name: path as keyof Values, errors: [sayFault(message, words)] })),
      );
    },
  });
  const submit = ({ address, secret, ...rest }: Values) =>
    keep.mutate({
      ...rest,
      ...(address?.trim() ? { address: address.trim() } : {}),
      ...(secret?.trim() && rest.kind !== 'wecom' ? { secret: secret.trim() } : {}),
    });
  const kept = channel ? t('channels.form.kept') : undefined;
  return (
    <Modal
      open
      width={600}
      title={t(channel ? 'channels.changeTitle' : 'channels.addTitle')}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t('channels.cancel')}</Button>
          <Button type="primary" loading={keep.isPending} onClick={() => form.submit()}>
            {t('channels.keep')}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{
          kind,
          name: channel?.name ?? '',
          node: channel?.node.id,
          audience: channel?.audience ?? ['supervisor'],
          language: channel?.language ?? 'zh',
          active: channel?.active ?? true,
        }}
      >
        <Form.Item name="kind" label={t('channels.form.kind')}>
          <Radio.Group
            disabled={channel !== undefined}
            options={kinds.map((value) => ({ value, label: term('channelKind', value) }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('channels.form.name')}
          rules={[{ required: true, message: t('fault.required') }]}
        >
          <Input maxLength={100} placeholder={t('channels.form.nameExample')} />
        </Form.Item>
        <Form.Item
          name="address"
          label={t('channels.form.address')}
          extra={t(`channels.form.addressOf.${kind}`)}
          rules={channel ? [] : [{ required: true, message: t('fault.required') }]}
        >
          <Input autoComplete="off" maxLength={1_000} placeholder={kept ?? 'https://'} />
        </Form.Item>
        {kind !== 'wecom' && (
          <Form.Item name="secret" label={t('channels.form.secret')} extra={t(`channels.form.secretOf.${kind}`)}>
            <Input.Password
              autoComplete="new-password"
              maxLength={200}
              placeholder={channel?.hasSecret ? kept : undefined}
            />
          </Form.Item>
        )}
        <Form.Item
          name="node"
          label={t('channels.form.node')}
          extra={t('channels.form.nodeHint')}
          rules={[{ required: true, message: t('fault.required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={nodes.isPending}
            options={(nodes.data ?? []).map(({ id, name, tier }) => ({
              value: id,
              label: `${term('tier', tier)} · ${name}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="audience"
          label={t('channels.form.audience')}
          extra={t('channels.form.audienceHint')}
          rules={[{ required: true, message: t('fault.required') }]}
        >
          <Select
            mode="multiple"
            options={[...staff, ...(kind === 'webhook' ? ['complainant'] : [])].map((value) => ({
              value,
              label: term('audience', value),
            }))}
          />
        </Form.Item>
        <Form.Item name="language" label={t('channels.form.language')}>
          <Radio.Group options={languages} />
        </Form.Item>
        <Form.Item name="active" label={t('channels.form.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
        {keep.error && <Alert type="error" showIcon title={problem(keep.error)} />}
      </Form>
    </Modal>
  );
}
