import {
  ApartmentOutlined,
  ApiOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileTextOutlined,
  FundOutlined,
  KeyOutlined,
  NotificationOutlined,
  PlayCircleOutlined,
  PlusOutlined,
  SafetyCertificateOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Session } from '../api/shapes.js';
import { onlyAdmin } from './session.js';

interface Page {
  to: string;
  name: string;
  icon: ReactNode;
}

/** What belongs together in the navigation: the day's work, what it goes by, and the care of the house. */
export type Groups = Record<'work' | 'rules' | 'care', Page[]>;

/** The pages that somebody has, the most used ones first. */
export function pagesFor({ commands, user: { roles } }: Session): Groups {
  const has = (...any: string[]) => roles.some((role) => any.includes(role));
  const seesComplaints = !onlyAdmin(roles);
  const page = (shown: boolean, name: string, icon: ReactNode, to = `/${name}`): Page[] =>
    shown ? [{ to, name, icon }] : [];
  return {
    work: [
      ...page(seesComplaints, 'tasks', <CarryOutOutlined />),
      ...page(has('hq', 'company', 'auditor'), 'board', <FundOutlined />),
      ...page(seesComplaints, 'complaints', <UnorderedListOutlined />),
      ...page(commands.includes('file'), 'file', <PlusOutlined />, '/complaints/new'),
      ...page(seesComplaints, 'bulletins', <NotificationOutlined />),
      ...page(seesComplaints, 'duties', <FileTextOutlined />),
      ...page(
        roles.some((role) => !['reception', 'handler', 'admin'].includes(role)),
        'figures',
        <BarChartOutlined />,
      ),
    ],
    rules: [
      ...page(true, 'rulebooks', <BookOutlined />),
      ...page(has('supervisor', 'company', 'hq', 'auditor', 'admin'), 'rights', <KeyOutlined />),
      ...page(true, 'calendars', <CalendarOutlined />),
      ...page(true, 'rehearsal', <PlayCircleOutlined />),
    ],
    care: [
      ...page(has('auditor', 'hq'), 'proof', <SafetyCertificateOutlined />),
      ...page(has('admin'), 'organisation', <ApartmentOutlined />),
      ...page(has('admin'), 'channels', <ApiOutlined />, '/notice-channels'),
      ...page(has('admin'), 'watch', <DashboardOutlined />),
    ],
  };
}
