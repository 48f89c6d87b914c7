/** A database of a test file's own, and complaints in it without an engine. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source.js';
import { seedDemo } from '../../database/demo/seed.js';
import { project } from '../../database/project.js';
import { calendarFor, readLibrary } from '../../documents/library.js';
import type { Context } from '../../domain/complaint/context.js';
import { handle } from '../../domain/complaint/decide.js';
import { deadlinesOf } from '../../domain/complaint/deadlines.js';
import { elapse } from '../../domain/complaint/elapse.js';
import { file } from '../../domain/complaint/file.js';
import type { Recorded } from '../../domain/complaint/record.js';
import { isRefusal } from '../../domain/complaint/refusal.js';
import type { Complaint } from '../../domain/complaint/state.js';
import type { Role } from '../../domain/rulebook/rulebook.js';
import { cloneDatabase } from '../support/database.js';

export const library = readLibrary(new URL('../../rulebooks', import.meta.url).pathname);

export interface Desk {
  dataSource: DataSource;
  /** Files a complaint and projects it. */
  file(given?: object, rulebook?: string): Promise<Recorded>;
  /** Gives a command and projects what it brings. */
  give(
    complaint: Complaint,
    command: string,
    input?: Record<string, unknown>,
    as?: [user: string, ...Role[]],
  ): Promise<Recorded>;
  /** Somebody comes to it at a moment, epoch milliseconds: what time has brought by then is recorded now. */
  comeTo(complaint: Complaint, now: number): Promise<Recorded>;
  /** What the outbox holds. */
  waiting(): Promise<number>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const database = await cloneDatabase();
  const dataSource = await createDataSource({ url: database.url }).initialize();
  await seedDemo(dataSource, 'an-echo-for-every-test');
  const write = async (recorded: Recorded, rulebook: string) => {
    const { complaint, events } = recorded;
    const deadlines = deadlinesOf(complaint, contextOf(rulebook));
    await project(dataSource, { complaint, events, deadlines, fence: [0, 0, complaint.seq] });
    return recorded;
  };
  return {
    dataSource,
    file(given = {}, rulebook = 'WY') {
      const id = randomUUID();
      const intake = {
        id,
        number: `N-${id.slice(0, 8)}`,
        project: 'cuihu',
        channel: 'phone' as const,
        receivedBy: 'project' as const,
        text: '3 号楼 2 单元电梯连续两周反复停运。',
        complainant: { name: '周女士', phone: '13800000001' },
        ...given,
      };
      return write(file(intake, { user: 'reception', role: 'reception' }, contextOf(rulebook)), rulebook);
    },
    give(complaint, command, input = {}, [user, ...roles] = ['supervisor', 'supervisor']) {
      const rulebook = complaint.rulebook.id;
      const next = handle(complaint, { command, input, person: { user, roles } }, contextOf(rulebook));
      if (isRefusal(next)) throw new Error(next.detail);
      return write(next, rulebook);
    },
    comeTo(complaint, now) {
      const rulebook = complaint.rulebook.id;
      return write(elapse(complaint, { ...contextOf(rulebook), now }), rulebook);
    },
    async waiting() {
      const [row] = await dataSource.query<{ n: number }[]>(
        'select count(*)::int as n from outbox where taken_at is null',
      );
      return row?.n ?? 0;
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

function contextOf(id: string): Context {
  const rulebook = library.rulebooks.get(id)?.rulebook;
  if (!rulebook) throw new Error(`no ${id}`);
  return { rulebook, calendar: calendarFor(library, rulebook), now: Date.now() };
}
