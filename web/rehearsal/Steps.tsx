import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { momentOf } from '../parts/moment.js';
import { sayExactly } from '../parts/time.js';
import { useWords } from '../parts/words.js';
import type { Step } from './story.js';

interface Props {
  steps: Step[];
  change: (steps: Step[]) => void;
  zone: string;
}

/** What people do, in order; each can be taken away again. */
export function Steps({ steps, change, zone }: Props) {
  const words = useWords();
  const { t, term } = words;
  return (
    <ol className="rehearsal-steps">
      {steps.map((step, i) => (
        <li key={`${i} ${step.do}`}>
          <time className="num">{sayExactly(momentOf(step.at, zone), words)}</time>
          <span>
            <b>{term('command', step.do)}</b> <small>{term('role', step.as)}</small>
          </span>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={`${t('rehearsal.remove')} ${term('command', step.do)}`}
            onClick={() => change(steps.filter((one) => one !== step))}
          />
        </li>
      ))}
    </ol>
  );
}
