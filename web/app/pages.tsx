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
      ...page(seesComplaints, 'tasks', <CarryOutOutlined aria-hidden="true" />),
      ...page(has('hq', 'company', 'auditor'), 'board', <FundOutlined aria-hidden="true" />),
      ...page(seesComplaints, 'complaints', <UnorderedListOutlined aria-hidden="true" />),
      ...page(commands.includes('file'), 'file', <PlusOutlined aria-hidden="true" />, '/complaints/new'),
      ...page(seesComplaints, 'bulletins', <NotificationOutlined aria-hidden="true" />),
      ...page(seesComplaints, 'duties', <FileTextOutlined aria-hidden="true" />),
      ...page(
        roles.some((role) => !['reception', 'handler', 'admin'].includes(role)),
        'figures',
        <BarChartOutlined aria-hidden="true" />,
      ),
    ],
    rules: [
      ...page(true, 'rulebooks', <BookOutlined aria-hidden="true" />),
      ...page(has('supervisor', 'company', 'hq', 'auditor', 'admin'), 'rights', <KeyOutlined aria-hidden="true" />),
      ...page(true, 'calendars', <CalendarOutlined aria-hidden="true" />),
      ...page(true, 'rehearsal', <PlayCircleOutlined aria-hidden="true" />),
    ],
    care: [
      ...page(has('auditor', 'hq'), 'proof', <SafetyCertificateOutlined aria-hidden="true" />),
      ...page(has('admin'), 'organisation', <ApartmentOutlined aria-hidden="true" />),
      ...page(has('admin'), 'channels', <ApiOutlined aria-hidden="true" />, '/notice-channels'),
      ...page(has('admin'), 'watch', <DashboardOutlined aria-hidden="true" />),
    ],
  };
}
