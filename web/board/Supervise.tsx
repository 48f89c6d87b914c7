import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { complaint as complaintQuery } from '../api/queries.js';
import type { BoardView, Complaint } from '../api/shapes.js';
import { useGive } from '../complaint/give.js';
import { type Labels, useLabels } from '../complaint/labels.js';
import { Refused } from '../complaint/Refused.js';
import { momentOf } from '../parts/moment.js';
import { Optional } from '../parts/Optional.js';
import { useWords } from '../parts/words.js';

type One = BoardView['severe'][number];

/** Supervision with its ground filled in: one look, one confirmation. */
export default function Supervise({ one, close }: { one: One; close: () => void }) {
  const { data: complaint } = useQuery(complaintQuery(one.complaint.id));
  const labels = useLabels(complaint?.rulebook.id ?? '');
  if (!complaint || !labels.book) return null;
  return <Confirm one={one} complaint={complaint} labels={labels} close={close} />;
}

interface Values {
  ground: string;
  by?: Dayjs | null;
}

interface Props {
  one: One;
  complaint: Complaint;
  labels: Labels;
  close: () => void;
}

function Confirm({ one, complaint, labels, close }: Props) {
  const { t, term, label } = useWords();
  const { give, busy, error } = useGive(complaint);
  const grounds = Object.entries(labels.book?.supervision ?? {});
  const missed = one.clocks.find(({ state }) => state === 'missed');
  const ground =
    grounds[0]?.[0] ??
    t(missed ? 'board.groundMissed' : 'board.ground', {
      severity: term('severity', complaint.severity),
      clock: term('clock', missed?.clock),
    });
  const order = ({ ground: said, by }: Values) =>
    give('supervise', { ground: said, ...(by ? { by: momentOf(by, complaint.zone) } : {}) }).then(
      close,
      () => undefined,
    );
  return (
    <Modal
      open
      title={t('board.superviseSure', { number: complaint.number })}
      okText={t('board.supervise')}
      cancelText={t('form.cancel')}
      okButtonProps={{ id: 'supervise-now', htmlType: 'submit', form: 'supervise-form', loading: busy }}
      // Enter confirms
      afterOpenChange={(isOpen) => isOpen && document.getElementById('supervise-now')?.focus()}
      onCancel={close}
    >
      <p className="faint dialog-lead">{t('board.superviseLead', { project: complaint.project.name })}</p>
      {error !== undefined && <Refused error={error} labels={labels} />}
      <Form<Values>
        id="supervise-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ground }}
        onFinish={(values) => void order(values)}
      >
        <Form.Item
          name="ground"
          label={t('board.groundLabel')}
          rules={[{ required: true, whitespace: true, message: t('board.groundNeeded') }]}
        >
          {grounds.length > 0 ? (
            <Select options={grounds.map(([value, said]) => ({ value, label: label(said, value) }))} />
          ) : (
            <Input maxLength={200} />
          )}
        </Form.Item>
        <Form.Item name="by" label={<Optional label={t('board.superviseBy')} />}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
