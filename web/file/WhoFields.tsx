import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useWords } from '../parts/words.js';

export function WhoFields() {
  const { t } = useWords();
  const anonymous = Form.useWatch(['complainant', 'anonymous']) as boolean | undefined;
  return (
    <fieldset>
      <legend>{t('file.who')}</legend>
      <div className="pair three">
        <Form.Item name={['complainant', 'name']} label={t('file.name')}>
          <Input maxLength={100} autoComplete="off" disabled={anonymous} />
        </Form.Item>
        <Form.Item name={['complainant', 'phone']} label={t('file.phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['complainant', 'room']} label={t('file.room')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name={['complainant', 'anonymous']} valuePropName="checked">
          <Checkbox>{t('file.anonymous')}</Checkbox>
        </Form.Item>
        <Form.Item name="people" label={t('file.people')} layout="horizontal" className="inline" colon={false}>
          <InputNumber min={1} max={100_000} precision={0} placeholder="1" />
        </Form.Item>
      </div>
    </fieldset>
  );
}
