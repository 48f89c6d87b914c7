import { Button, Drawer, Form } from 'antd';
import { useEffect, useRef } from 'react';
import { isProblem } from '../../api/problem.js';
import type { CommandShape, Complaint } from '../../api/shapes.js';
import { usePhone } from '../../app/preferences.js';
import { useSession } from '../../app/session.js';
import { sayFault } from '../../parts/faults.js';
import { useWords, type WordsInUse } from '../../parts/words.js';
import { useGive } from '../give.js';
import type { Labels } from '../labels.js';
import { Refused } from '../Refused.js';
import { askedFields, compensationStep, givenOf } from './asked.js';
import { CommandField } from './CommandField.js';
import { beginWith } from './begin.js';
import { hidden, inputOf } from './input.js';
import './form.css';

interface Props {
  complaint: Complaint;
  shape: CommandShape;
  labels: Labels;
  /** What is known already and not asked. */
  given?: Record<string, unknown>;
  close: () => void;
}

/** One command's form, drawn from its shape; beside the complaint, so that one can read while one writes. */
export default function CommandForm({ complaint, shape, labels, given: preset, close }: Props) {
  const words = useWords();
  const { t } = words;
  const phone = usePhone();
  const { user } = useSession();
  const [form] = Form.useForm();
  const { give, busy, error } = useGive(complaint);
  const box = useRef<HTMLDivElement>(null);
  const given = { ...givenOf(shape.name, complaint), ...preset };
  const fields = askedFields(shape, complaint, labels.book).filter(
    ([name]) => !(name in given) && !hidden(shape.name, name),
  );
  const title = titleOf(shape.name, complaint, words);
  const version = 'version' in shape.input ? decidedVersion(complaint, shape.name) : undefined;

  useEffect(() => {
    const timer = setTimeout(() => {
      // who has begun elsewhere in the form goes on there
      if (box.current?.contains(document.activeElement)) return;
      box.current?.querySelector<HTMLElement>('textarea, input, button')?.focus();
    }, 250);
    return () => clearTimeout(timer);
  }, []);

  const submit = async (values: Record<string, unknown>) => {
    const input = { ...inputOf(values, shape, complaint.zone), ...given };
    if (version !== undefined) input.version = version;
    if (shape.name === 'recordFact' && Object.keys(input).length === 0) {
      form.setFields([{ name: Object.keys(shape.input)[0], errors: [t('form.oneFact')] }]);
      return;
    }
    try {
      await give(shape.name, input);
      close();
    } catch (failure) {
      const errors = isProblem(failure) ? failure.errors : [];
      form.setFields(errors.map(({ path, message }) => ({ name: path, errors: [sayFault(message, words)] })));
    }
  };

  const buttons = (
    <div className="form-buttons">
      <Button onClick={close}>{t('form.cancel')}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()} data-submit={shape.name}>
        {title}
      </Button>
    </div>
  );
  return (
    <Drawer
      open
      onClose={close}
      title={title}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88%' : 480}
      mask={phone}
      footer={buttons}
      rootClassName="command-drawer"
    >
      <div ref={box}>
        {error !== undefined && <Refused error={error} labels={labels} />}
        {version !== undefined && (
          <p className="form-note">
            {t(shape.name.endsWith('Reply') ? 'form.draftShown' : 'form.planShown', { version })}
          </p>
        )}
        {fields.length === 0 && <p className="form-note">{t('form.now')}</p>}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={beginWith(shape, complaint, user)}
          onFinish={(values: Record<string, unknown>) => void submit(values)}
          scrollToFirstError={{ focus: true }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
          }}
        >
          {fields.map(([name, field]) => (
            <CommandField
              key={name}
              command={shape.name}
              name={name}
              field={field}
              complaint={complaint}
              labels={labels}
            />
          ))}
        </Form>
      </div>
    </Drawer>
  );
}

/** What is done; of a compensation, which step of it. */
const titleOf = (command: string, complaint: Complaint, { t, term }: WordsInUse): string =>
  command === 'compensate'
    ? t(`panel.compensationStep.${compensationStep(complaint)?.step ?? 'propose'}`)
    : term('command', command);

const decidedVersion = ({ plans, replyDrafts }: Complaint, command: string): number | undefined =>
  (command.endsWith('Reply') ? replyDrafts : plans).at(-1)?.version;
