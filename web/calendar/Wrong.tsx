import { Alert } from 'antd';
import { isProblem } from '../api/problem.js';
import { sayFault } from '../parts/faults.js';
import { useWords } from '../parts/words.js';
import type { Notice } from './notice.js';

/** What is wrong, by the row that it is about. */
export function Wrong({ error, notice: { off, work } }: { error: unknown; notice: Pick<Notice, 'off' | 'work'> }) {
  const words = useWords();
  if (!error) return null;
  const errors = isProblem(error) ? error.errors : [];
  const about = (path: string) => {
    const [list, at] = path.split('.');
    const row = list === 'off' ? off[Number(at)] : list === 'work' ? work[Number(at)] : undefined;
    if (row) return `${'from' in row ? row.from : row.date} ${row.name}`;
    return words.t(`calendar.field.${list}`, { defaultValue: list });
  };
  return (
    <Alert
      type="error"
      showIcon
      title={words.problem(error)}
      description={
        errors.length > 0 && (
          <ul>
            {errors.map(({ path, message }) => (
              <li key={path}>{about(path) + words.colon + sayFault(message, words)}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
