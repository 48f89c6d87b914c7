/** The connection to PostgreSQL. */
import { DataSource } from 'typeorm';
import { ApiTokenRow, LoginAttemptRow, SessionRow } from './entities/access.js';
import {
  DeviceRow,
  HalfSessionRow,
  IdentityRequestRow,
  IdentityRow,
  RecoveryCodeRow,
  SecondFactorRow,
  SignInRow,
} from './entities/account.js';
import { BatchRow } from './entities/batch.js';
import { BacktestComparisonRow, BacktestRow } from './entities/backtest.js';
import { CalendarYearRow, NodeCalendarRow } from './entities/calendar.js';
import { ComplaintRow } from './entities/complaint.js';
import { DeadlineRow } from './entities/deadline.js';
import { EventRow } from './entities/event.js';
import { NoticeAddressRow, NoticeChannelRow } from './entities/notice-channel.js';
import { NoticePreferencesRow, NoticeRow } from './entities/notice.js';
import { MatchRow, MatterCountRow, MatterMemberRow, MergeRow, SignalRow } from './entities/matter.js';
import { MembershipRow, SubstitutionRow } from './entities/membership.js';
import { OrganisationNode } from './entities/organisation-node.js';
import { OutboxRow } from './entities/outbox.js';
import { PaperNumberRow, PaperRow, PaperStepRow, ProjectBaseRow, ReceiptRow } from './entities/paper.js';
import { PublicAddressRow } from './entities/public-address.js';
import { RequestRow } from './entities/request.js';
import { RulebookVersionRow } from './entities/rulebook-version.js';
import { SearchRow } from './entities/search.js';
import { StorylineRow } from './entities/storyline.js';
import { UserRow } from './entities/user.js';
import { Start1790000000000 } from './migrations/1790000000000-start.js';
import { RulebookVersions1790000010000 } from './migrations/1790000010000-rulebook-versions.js';
import { RulebookVersionIndex1790000020000 } from './migrations/1790000020000-rulebook-version-index.js';
import { Rehearsals1792000000000 } from './migrations/1792000000000-rehearsals.js';
import { Proof1795000000000 } from './migrations/1795000000000-proof.js';
import { Files1796100000000 } from './migrations/1796100000000-files.js';
import { Troubles1796000000000 } from './migrations/1796000000000-troubles.js';
import { Acts1795000001000 } from './migrations/1795000001000-acts.js';
import { Sorter1790100000000 } from './migrations/1790100000000-sorter.js';
import { Notices1790100000100 } from './migrations/1790100000100-notices.js';
import { Batches1790200000000 } from './migrations/1790200000000-batches.js';
import { Matters1790300000000 } from './migrations/1790300000000-matters.js';
import { Calendars1790300000000 } from './migrations/1790300000000-calendars.js';
import { Papers1791000000000 } from './migrations/1791000000000-papers.js';
import { Organisation1797000000000 } from './migrations/1797000000000-organisation.js';
import { Rights1798500000000 } from './migrations/1798500000000-rights.js';
import { ChannelHosts1799100001000 } from './migrations/1799100001000-channel-hosts.js';
import { ActAddresses1799300001000 } from './migrations/1799300001000-act-addresses.js';
import { DeadAddresses1799300000000 } from './migrations/1799300000000-dead-addresses.js';
import { BoardCounts1799400000000 } from './migrations/1799400000000-board-counts.js';
import { FilteredLists1799500000000 } from './migrations/1799500000000-filtered-lists.js';
import { LongLists1799200000000 } from './migrations/1799200000000-long-lists.js';
import { PublicAddresses1799100000000 } from './migrations/1799100000000-public-addresses.js';
import { AccountCare1799000000000 } from './migrations/1799000000000-account-care.js';
import { SignIn1798000000000 } from './migrations/1798000000000-sign-in.js';
import { PaperNotices1791000001000 } from './migrations/1791000001000-paper-notices.js';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Connections at most; 10 unless told. */
  poolSize?: number;
  /** How it shows up in the server's list of connections. */
  name?: string;
}

const patience = 4_000;

/** A data source that is not connected yet: call `initialize()`, and `destroy()` at the end. */
export function createDataSource({ url, poolSize = 10, name = 'huiyin' }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    poolSize,
    connectTimeoutMS: patience,
    entities: [
      OrganisationNode,
      UserRow,
      MembershipRow,
      SubstitutionRow,
      SessionRow,
      ApiTokenRow,
      LoginAttemptRow,
      HalfSessionRow,
      SignInRow,
      DeviceRow,
      SecondFactorRow,
      RecoveryCodeRow,
      IdentityRow,
      IdentityRequestRow,
      ComplaintRow,
      SearchRow,
      StorylineRow,
      BacktestRow,
      BacktestComparisonRow,
      EventRow,
      DeadlineRow,
      OutboxRow,
      RequestRow,
      NoticeRow,
      NoticePreferencesRow,
      NoticeChannelRow,
      NoticeAddressRow,
      PaperRow,
      PaperNumberRow,
      PaperStepRow,
      ReceiptRow,
      PublicAddressRow,
      ProjectBaseRow,
      BatchRow,
      CalendarYearRow,
      NodeCalendarRow,
      RulebookVersionRow,
      MatchRow,
      MatterMemberRow,
      MatterCountRow,
      MergeRow,
      SignalRow,
    ],
    migrations: [
      Start1790000000000,
      RulebookVersions1790000010000,
      RulebookVersionIndex1790000020000,
      Sorter1790100000000,
      Notices1790100000100,
      Rehearsals1792000000000,
      Proof1795000000000,
      Acts1795000001000,
      Troubles1796000000000,
      Files1796100000000,
      Batches1790200000000,
      Matters1790300000000,
      Calendars1790300000000,
      Papers1791000000000,
      PaperNotices1791000001000,
      Organisation1797000000000,
      Rights1798500000000,
      SignIn1798000000000,
      PublicAddresses1799100000000,
      ChannelHosts1799100001000,
      LongLists1799200000000,
      AccountCare1799000000000,
      DeadAddresses1799300000000,
      ActAddresses1799300001000,
      BoardCounts1799400000000,
      FilteredLists1799500000000,
    ],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: { keepAlive: true, statement_timeout: 30_000, idleTimeoutMillis: 60_000 },
  });
}

/** Brings the database up to date; answers the names of the migrations that ran. Safe when several do it at once. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock(8675309)');
    const ran = await dataSource.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock(8675309)').catch(() => undefined);
    await lock.release();
  }
}
