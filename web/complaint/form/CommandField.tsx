import { Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import type { Complaint, Field, Rulebook } from '../../api/shapes.js';
import { Optional } from '../../parts/Optional.js';
import { useWords } from '../../parts/words.js';
import type { Labels } from '../labels.js';
import { type Choice, choicesFor } from './choices.js';
import { FileChoice } from './FileChoice.js';
import { MergeChoice } from './MergeChoice.js';
import { RatingsField } from './RatingsField.js';

interface Props {
  command: string;
  name: string;
  field: Field;
  complaint: Complaint;
  labels: Labels;
  /** No moment lies before this one; now, where it is not said. */
  earliest?: Dayjs;
}

export function CommandField({ command, name, field, complaint, labels, earliest }: Props) {
  const words = useWords();
  const { t } = words;
  const nature = Form.useWatch('nature') as string | undefined;
  const size = Form.useWatch('size') as string | undefined;
  const choices = choicesFor(command, name, field, { complaint, labels, words, nature });
  // a list of the rulebook that has no entries is no question
  if (!field.required && (name === 'grade' || name === 'subNature') && !choices?.length) return null;
  // asked of large ones alone
  if (name === 'lowestClaim' && size !== 'large') return null;
  const label = t([`field.only.${command}.${name}`, `field.${name}`, name]);
  const help = t(`field.help.${command}.${name}`, { defaultValue: '' });
  const optionalFlag = field.kind === 'flag' && !field.required;
  return (
    <Form.Item
      name={name}
      label={optionalFlag ? undefined : field.required ? label : <Optional label={label} />}
      extra={help || undefined}
      valuePropName={optionalFlag ? 'checked' : 'value'}
      rules={
        field.required
          ? [
              {
                required: true,
                // more than `required` would ask for a text
                ...(field.kind === 'text' ? { whitespace: true } : {}),
                message: t(choices || field.kind === 'flag' ? 'form.choose' : 'form.required', { field: label }),
              },
            ]
          : []
      }
    >
      {control({
        command,
        name,
        field,
        complaint,
        label,
        choices,
        earliest,
        yesNo: yesNo(name, words),
        survey: labels.book?.survey,
      })}
    </Form.Item>
  );
}

function yesNo(name: string, { t }: ReturnType<typeof useWords>): Choice[] {
  return [
    { value: 'true', label: t([`field.yes.${name}`, 'form.yes']) },
    { value: 'false', label: t([`field.no.${name}`, 'form.no']) },
  ];
}

interface ControlProps extends Omit<Props, 'labels'> {
  label: string;
  choices?: Choice[];
  yesNo: Choice[];
  survey?: Rulebook['survey'];
}

function control({
  command,
  name,
  field,
  complaint,
  label,
  choices,
  earliest,
  yesNo: answers,
  survey,
}: ControlProps): ReactNode {
  if (command === 'merge' && name === 'into') return <MergeChoice complaint={complaint} />;
  if (command === 'attach' && name === 'name') return <FileChoice complaint={complaint.id} />;
  switch (field.kind) {
    case 'text':
      return <Input.TextArea autoSize={{ minRows: field.required ? 4 : 2, maxRows: 14 }} maxLength={field.max} />;
    case 'moment':
      return (
        <DatePicker
          showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('18:00', 'HH:mm') }}
          format="YYYY-MM-DD HH:mm"
          minDate={earliest ?? dayjs()}
          needConfirm={false}
        />
      );
    case 'flag':
      return field.required ? (
        <Radio.Group options={answers.map(({ value, label: said }) => ({ value: value === 'true', label: said }))} />
      ) : (
        <Checkbox>{label}</Checkbox>
      );
    case 'ratings':
      return <RatingsField survey={survey} said={field.choices ?? []} />;
    case 'number':
      if (choices?.length)
        return <Select options={choices.map(({ value, label: said }) => ({ value: Number(value), label: said }))} />;
      return <InputNumber min={field.min ?? 0} />;
    case 'choice':
      return <Radio.Group options={choices} />;
    case 'words':
      return (
        <Select mode={choices ? 'multiple' : 'tags'} options={choices} showSearch={{ optionFilterProp: 'label' }} />
      );
    case 'word':
      return choices?.length ? (
        <Select options={choices} showSearch={{ optionFilterProp: 'label' }} allowClear={!field.required} />
      ) : (
        <Input maxLength={field.max} />
      );
    default:
      return <Input />;
  }
}
