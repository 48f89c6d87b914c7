import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { ahead } from '../../api/rehearsals.js';
import type { Complaint, ComplaintEvent, Severity, Status } from '../../api/shapes.js';
import { usePhone } from '../../app/preferences.js';
import { momentOf } from '../../parts/moment.js';
import { Failure, Loading } from '../../parts/States.js';
import { SeverityTag, StatusTag } from '../../parts/Tags.js';
import { useWords } from '../../parts/words.js';
import { Bars } from '../../rehearsal/Bars.js';
import { Life } from '../../rehearsal/Life.js';
import { StepForm } from '../../rehearsal/StepForm.js';
import { Steps } from '../../rehearsal/Steps.js';
import { type Horizon, horizons, type Step } from '../../rehearsal/story.js';
import type { Labels } from '../labels.js';
import '../../rehearsal/played.css';
import './ahead.css';

interface Props {
  complaint: Complaint;
  events: ComplaintEvent[];
  labels: Labels;
  close: () => void;
}

/** What would come of a complaint from where it stands: if nobody acts, or if people do what is added here. */
export default function Ahead({ complaint, events, labels, close }: Props) {
  const { t } = useWords();
  const phone = usePhone();
  const [now] = useState(() => dayjs().add(1, 'minute').second(0));
  const [horizon, setHorizon] = useState<Horizon>('quarter');
  const [steps, setSteps] = useState<Step[]>([]);
  const [adding, setAdding] = useState(false);
  const [count, unit] = horizons[horizon];
  const moment = (at: Step['at']) => momentOf(at, complaint.zone);
  const body = {
    steps: steps.map((step) => ({ ...step, at: moment(step.at) })),
    until: moment(now.add(count, unit)),
  };
  return (
    <Drawer
      open
      onClose={close}
      title={t('ahead.title')}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 'min(1080px, 92vw)'}
      rootClassName="ahead"
    >
      <p className="ahead-lead">{t('ahead.lead')}</p>
      <div className="ahead-choice">
        <label>
          <span>{t('rehearsal.horizon')}</span>
          <Select
            aria-label={t('rehearsal.horizon')}
            value={horizon}
            onChange={setHorizon}
            options={(Object.keys(horizons) as Horizon[]).map((value) => ({
              value,
              label: t(`rehearsal.horizons.${value}`),
            }))}
          />
        </label>
        {labels.book && (
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('ahead.add')}
          </Button>
        )}
      </div>
      <Steps steps={steps} change={setSteps} zone={complaint.zone} />
      <Outcome id={complaint.id} seq={complaint.seq} body={body} past={events} labels={labels} />
      {adding && labels.book && (
        <StepForm
          book={labels.book}
          begin={now}
          after={steps.at(-1)?.at}
          add={(step) => setSteps((all) => [...all, step].sort((a, b) => a.at.valueOf() - b.at.valueOf()))}
          close={() => setAdding(false)}
        />
      )}
    </Drawer>
  );
}

interface OutcomeProps {
  id: string;
  seq: number;
  body: { steps: object[]; until: string };
  past: ComplaintEvent[];
  labels: Labels;
}

function Outcome({ id, seq, body, past, labels }: OutcomeProps) {
  const { t, term } = useWords();
  const { data, error, refetch } = useQuery(ahead(id, seq, body));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const { status, severity, tier } = data.complaint as { status: Status; severity: Severity; tier: string };
  const missed = data.events.filter(({ type }) => type === 'DeadlineMissed').length;
  return (
    <section className="rehearsal-played" aria-label={t('rehearsal.came')}>
      <div className="rehearsal-end">
        <h2>{t('ahead.then')}</h2>
        <StatusTag status={status} />
        <SeverityTag severity={severity} always />
        <span className="faint">{t('rehearsal.tier', { tier: term('tier', tier) })}</span>
        <span className={missed > 0 ? 'rehearsal-late' : 'faint'}>{t('ahead.missed', { count: missed })}</span>
      </div>
      {data.events.length === 0 ? (
        <p className="faint">{t('ahead.nothing')}</p>
      ) : (
        <div className="rehearsal-result">
          <Life events={data.events} verdicts={data.expectations} labels={labels} />
          <Bars deadlines={Object.values(data.deadlines)} events={[...past, ...data.events]} labels={labels} />
        </div>
      )}
    </section>
  );
}
