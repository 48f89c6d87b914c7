import { useQuery } from '@tanstack/react-query';
import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { people as peopleQuery } from '../api/queries.js';
import type { Language } from '../app/preferences.js';
import { useSession } from '../app/session.js';
import { Optional } from '../parts/Optional.js';
import { useLanguages } from '../parts/languages.js';
import { useWords } from '../parts/words.js';

/** `letters`: the language in which this project's customers are usually written to. */
export function MoreFields({ letters }: { letters: Language }) {
  const { t } = useWords();
  const languages = useLanguages();
  const { mail } = useSession();
  const email = Form.useWatch(['complainant', 'email']) as string | undefined;
  const isLate = Form.useWatch('isLate') as boolean | undefined;
  const { data: people = [] } = useQuery(peopleQuery);
  return (
    <fieldset>
      <legend>{t('file.more')}</legend>
      <div className="pair">
        <Form.Item
          name={['complainant', 'email']}
          label={<Optional label={t('file.email')} />}
          extra={t(mail ? 'file.emailHint' : 'file.noMail')}
        >
          <Input maxLength={200} inputMode="email" autoComplete="off" />
        </Form.Item>
        {email?.trim() && (
          <Form.Item name={['complainant', 'language']} label={t('file.letters')} initialValue={letters}>
            <Select options={languages} />
          </Form.Item>
        )}
      </div>
      <Form.Item name="remedySought" label={<Optional label={t('file.remedySought')} />}>
        <Input maxLength={2000} />
      </Form.Item>
      <Form.Item name="accused" label={<Optional label={t('file.accused')} />} extra={t('file.accusedHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="isLate" valuePropName="checked">
        <Checkbox>{t('file.late')}</Checkbox>
      </Form.Item>
      {isLate && (
        <div className="pair">
          <Form.Item
            name="arrivedAt"
            label={t('file.arrivedAt')}
            rules={[{ required: true, message: t('file.needArrived') }]}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" maxDate={dayjs()} />
          </Form.Item>
          <Form.Item
            name="backdatedBecause"
            label={t('file.backdatedBecause')}
            rules={[{ required: true, whitespace: true, message: t('file.needBecause') }]}
          >
            <Input maxLength={500} />
          </Form.Item>
        </div>
      )}
    </fieldset>
  );
}
