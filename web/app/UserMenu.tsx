import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { client } from '../api/client.js';
import { session as sessionQuery } from '../api/queries.js';
import type { Session } from '../api/shapes.js';
import { switchLanguage } from '../language/index.js';
import { useWords } from '../parts/words.js';
import { type Light, prefer, usePreferences } from './preferences.js';

export function UserMenu({ session: { user } }: { session: Session }) {
  const { t, term, zh } = useWords();
  const { light } = usePreferences();
  const queries = useQueryClient();
  const signOut = async () => {
    await client.DELETE('/api/session').catch(() => undefined);
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, null);
  };
  const items: MenuProps['items'] = [
    {
      key: 'light',
      type: 'group',
      label: t('user.light'),
      children: (['system', 'light', 'dark'] as Light[]).map((one) => ({
        key: one,
        label: t(`user.${one === 'light' ? 'bright' : one}`),
        onClick: () => prefer({ light: one }),
      })),
    },
    { type: 'divider' },
    { key: 'language', label: t('user.language'), onClick: () => switchLanguage(zh ? 'en' : 'zh') },
    { key: 'out', label: t('user.signOut'), onClick: () => void signOut() },
  ];
  return (
    <div className="user">
      <button
        type="button"
        className="language"
        lang={zh ? 'en' : 'zh-CN'}
        onClick={() => switchLanguage(zh ? 'en' : 'zh')}
      >
        {t('user.language')}
      </button>
      <Dropdown menu={{ items, selectedKeys: [light] }} trigger={['click']} placement="topRight">
        <button type="button" className="me" aria-label={t('user.menu', { name: user.name })}>
          <span className="face" aria-hidden="true">
            {user.name.slice(0, 1)}
          </span>
          <span className="who">
            <b>{user.name}</b>
            <small>
              {user.roles.map((role) => term('role', role)).join(zh ? '、' : ', ')} · {user.node.name}
            </small>
          </span>
          <DownOutlined aria-hidden="true" />
        </button>
      </Dropdown>
    </div>
  );
}
