import type { DataSource } from 'typeorm';
import { findPaper, namesGuarded } from '../database/queries/papers.js';
import { namedIn } from '../domain/paper/withhold.js';
import { mail } from '../renderings/mail/mail.js';
import type { Enclosure } from './delivery/senders/mail.js';

const most = 10 * 2 ** 20; // bytes: what usual mailboxes take

/** An issued paper as the files that go with a mail; none when there is no such paper, or it is too large to send. */
export async function enclose(dataSource: DataSource, id: string, language: 'zh' | 'en'): Promise<Enclosure[]> {
  const found = await findPaper(dataSource, id, null);
  // files know no reader: what some may not see is read in the house, where it is left out for them
  if (found?.paper.state !== 'issued' || (await namesGuarded(dataSource, namedIn(found.paper)))) return [];
  const { attachments } = await mail(found.paper, language);
  const size = attachments.reduce((sum, { content }) => sum + content.length, 0);
  return size > most ? [] : attachments;
}
