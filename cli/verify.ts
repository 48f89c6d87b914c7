/** `huiyin verify`: whether the tables, their chains, the checkpoints and the engine's histories say the same. */
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { repair } from '../database/check.js';
import { alteredActs } from '../database/queries/acts.js';
import { createDataSource } from '../database/data-source.js';
import { miscounted, recount } from '../database/recount.js';
import { approvedVersions } from '../database/queries/rulebooks.js';
import { calendarFor, readLibrary } from '../documents/library.js';
import { deadlinesOf } from '../domain/complaint/deadlines.js';
import type { Complaint } from '../domain/complaint/state.js';
import { compile } from '../domain/rulebook/compile.js';
import { verifyChronicle } from '../proof/chronicle.js';
import { verifyComplaint } from '../proof/complaint.js';
import { type Finding, isRemark } from '../proof/finding.js';
import { verifyHistory } from '../proof/history.js';
import { vaultConverter } from '../vault/converter.js';
import type { Keyring } from '../vault/keyring.js';
import type { Command } from './commands.js';
import type { Settings } from './environment.js';
import { dataLayout, projectFolder } from './paths.js';
import { PlainError } from './plain.js';
import { readJson } from './process/files.js';
import { proofPlaceOf } from './proof.js';
import { openKeyring } from './vault.js';
import { verifyFile } from './verify-archive.js';

export const command: Command = {
  async run(args, settings) {
    const unknown = args.find((arg) => arg.startsWith('--') && !['--repair', '--history'].includes(arg));
    if (unknown) throw new PlainError(`verify does not know ${unknown}; it knows --history and --repair.`);
    const named = args.filter((arg) => !arg.startsWith('--'));
    const [archive] = named.filter((arg) => arg.endsWith('.zip'));
    if (archive)
      return verifyFile(
        archive,
        named.find((arg) => arg.endsWith('.pub')),
      );
    const dataSource = await createDataSource({
      url: await databaseAddress(settings),
      name: 'huiyin verify',
    }).initialize();
    const keyring = await openKeyring(settings, dataSource);
    const engine = args.includes('--history') ? await engineClient(settings, keyring) : undefined;
    try {
      let wrong = 0;
      const tell = (findings: Finding[]) => {
        for (const finding of findings) process.stdout.write(inWords(finding));
        wrong += findings.filter((finding) => !isRemark(finding)).length;
      };
      const ids = named.length > 0 ? named : await allComplaints(dataSource);
      for (const [i, id] of ids.entries()) {
        progress(i + 1, ids.length);
        const findings = await verifyComplaint(dataSource, id, keyring.saltOf);
        if (engine) findings.push(...(await verifyHistory(engine.client, dataSource, id)));
        tell(findings);
        if (args.includes('--repair') && findings.some(({ what }) => what === 'row-differs')) {
          await repair(dataSource, id, await reckoner(dataSource), undefined, await keyring.saltOf(id));
          process.stdout.write(`${id}: its row is written anew from its events\n`);
        }
      }
      if (named.length === 0) {
        const counts = await miscounted(dataSource);
        tell(counts.map((path): Finding => ({ what: 'counts-differ', path })));
        if (args.includes('--repair') && counts.length > 0) {
          await recount(dataSource);
          process.stdout.write('what the board counts is counted anew from the rows\n');
        }
        const place = proofPlaceOf(settings);
        const checkpoints = await place.checkpoints();
        tell(await verifyChronicle(dataSource, checkpoints, await place.publicKey()));
        const acts = await alteredActs(dataSource);
        tell(acts.altered.map((act): Finding => ({ what: 'act-altered', act })));
        tell(acts.missing.map((act): Finding => ({ what: 'act-missing', act })));
        process.stdout.write(`${checkpoints.length} checkpoints, the last of ${checkpoints.at(-1)?.at ?? 'never'}\n`);
      }
      process.stdout.write(`${ids.length} complaints, ${wrong} findings\n`);
      return wrong === 0 ? 0 : 1;
    } finally {
      await engine?.close();
      await dataSource.destroy();
    }
  },
};

async function allComplaints(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>('select id from complaints order by id');
  return rows.map(({ id }) => id);
}

async function reckoner(dataSource: DataSource) {
  const library = readLibrary(join(projectFolder, 'rulebooks'));
  const versions = new Map(
    (await approvedVersions(dataSource)).map(({ id, version, document }) => [`${id}@${version}`, compile(document)]),
  );
  return (complaint: Complaint) => {
    const { id, version } = complaint.rulebook;
    const rulebook = versions.get(`${id}@${version}`);
    if (!rulebook) throw new PlainError(`There is no version ${version} of ${id} to reckon with.`);
    return deadlinesOf(complaint, { rulebook, calendar: calendarFor(library, rulebook), now: Date.now() });
  };
}

function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < 100) return;
  if (done % 50 === 0) process.stderr.write(`\r${'█'.repeat((20 * done) / all).padEnd(20, '░')} ${done} of ${all}`);
  if (done === all) process.stderr.write('\r\x1b[K');
}

/** The database given, or the one that `npm start` runs on the data folder. */
export async function databaseAddress({ databaseUrl, dataFolder }: Settings): Promise<string> {
  const url = databaseUrl ?? (await running(dataFolder, 'postgres'))?.url;
  if (!url) throw new PlainError('No database: start Huiyin on this data folder, or give DATABASE_URL.');
  return url;
}

async function engineClient(settings: Settings, keyring: Keyring) {
  const port = (await running(settings.dataFolder, 'engine'))?.port;
  const address = settings.temporalAddress ?? (port ? `127.0.0.1:${port}` : undefined);
  if (!address) throw new PlainError('No engine: start Huiyin on this data folder, or give TEMPORAL_ADDRESS.');
  const connection = await Connection.connect({ address });
  const { temporalNamespace: namespace } = settings;
  const client = new Client({ connection, namespace, dataConverter: vaultConverter(keyring) });
  return { client, close: () => connection.close() };
}

async function running(dataFolder: string, part: string): Promise<{ url?: string; port?: number } | undefined> {
  const parts = (await readJson(join(dataLayout(dataFolder).run, 'parts.json'))) as
    Record<string, { url?: string; port?: number }> | undefined;
  return parts?.[part];
}

const inWords = ({ what, complaint, act, seq, position, path }: Finding): string =>
  `${[complaint, act, seq && `event ${seq}`, position && `position ${position}`, path].filter(Boolean).join(', ')}: ${words[what]}\n`;

const words: Record<Finding['what'], string> = {
  'event-altered': 'the event is not what its digest was made of',
  'event-missing': 'an event is missing here',
  'event-added': 'an event stands here that the complaint does not know',
  'chain-broken': 'the hash does not follow from the one before',
  'not-sealed': 'from before events were sealed (a remark)',
  'no-row': 'there is no such complaint',
  'row-differs': 'the row is not what its events say',
  'counts-differ': 'the board counts something else than the rows are',
  'chronicle-differs': 'the chronicle knows the event with another hash',
  'not-in-chronicle': 'the chronicle does not know the event',
  'entered-again': 'entered twice, an earlier account was taken back (a remark)',
  'chronicle-broken': 'the chronicle does not hang together here',
  'chronicle-shorter': 'the chronicle ends before a checkpoint that was signed',
  'checkpoint-forged': 'the signature of this checkpoint is not genuine',
  'checkpoint-missing': 'a checkpoint before this one is missing',
  'checkpoint-differs': 'the chronicle is not what was signed here',
  'history-differs': "the workflow's own history says otherwise",
  'act-altered': 'what somebody did is not what was entered',
  'act-missing': 'what somebody did was entered and is gone',
};
