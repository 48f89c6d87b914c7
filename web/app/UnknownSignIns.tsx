import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { Link } from 'react-router';
import { sawSignIns } from '../api/account.js';
import { session as sessionQuery } from '../api/queries.js';
import type { Session } from '../api/shapes.js';
import { sayDevice } from '../account/device.js';
import { sayMoment } from '../parts/time.js';
import { useWords } from '../parts/words.js';

/** Told once: somebody signed in as this person with a browser that was never used before. */
export function UnknownSignIns({ session: { unknownSignIns = [] } }: { session: Session }) {
  const words = useWords();
  const { t } = words;
  const queries = useQueryClient();
  const [latest] = unknownSignIns;
  if (!latest) return null;
  const known = () => void sawSignIns().then(() => queries.invalidateQueries(sessionQuery));
  return (
    <Alert
      banner
      type="warning"
      title={
        t('me.unknown') +
        words.colon +
        words.list([sayDevice(latest.device, words), latest.address, sayMoment(latest.at, words)])
      }
      description={t('me.unknownHint')}
      action={
        <Space size="middle">
          <Button size="small" onClick={known}>
            {t('me.known')}
          </Button>
          <Link to="/account#sessions">{t('me.check')}</Link>
        </Space>
      }
    />
  );
}
