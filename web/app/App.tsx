import { QueryClientProvider } from '@tanstack/react-query';
import { App as Ant, ConfigProvider, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './client.js';
import { useMedia, usePreferences } from './preferences.js';
import { router } from './routes.js';
import { dark, light } from './theme.js';

export function App() {
  const { i18n } = useTranslation();
  const isDark = useDark();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => chosen(isDark, still), [isDark, still]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={theme}
        locale={i18n.language === 'zh' ? zhCN : undefined}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <Ant message={{ top: 72 }}>
          <RouterProvider router={router} />
        </Ant>
      </ConfigProvider>
    </QueryClientProvider>
  );
}

function chosen(isDark: boolean, still: boolean): ThemeConfig {
  const one = isDark ? dark : light;
  return still ? { ...one, token: { ...one.token, motion: false } } : one;
}

function useDark(): boolean {
  const { light: wish } = usePreferences();
  const system = useMedia('(prefers-color-scheme: dark)');
  // paper is white
  const printed = useMedia('print');
  const isDark = !printed && (wish === 'dark' || (wish === 'system' && system));
  useEffect(() => {
    document.documentElement.dataset.light = isDark ? 'dark' : 'light';
  }, [isDark]);
  return isDark;
}
