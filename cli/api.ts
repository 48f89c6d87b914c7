import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createApi } from '../api/app.js';
import { createDataSource } from '../database/data-source.js';
import { readLibrary } from '../documents/library.js';
import { vaultConverter } from '../vault/converter.js';
import { taskQueue } from '../workflows/messages.js';
import { type Settings } from './environment.js';
import { faultWords } from './fault-words.js';
import { distFolder, projectFolder } from './paths.js';
import { PlainError, say } from './plain.js';
import { type Running, serviceCommand } from './process/service.js';
import { proofPlaceOf } from './proof.js';
import { forAPerson, openKeyringToServe } from './vault.js';

/** Runs the API and the web pages. */
export const command = serviceCommand(startApi);

// a moment's absence is over sooner than people's patience
const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

async function startApi(settings: Settings): Promise<Running> {
  const { databaseUrl, temporalAddress, temporalNamespace, host, port } = settings;
  if (!databaseUrl || !temporalAddress) throw new PlainError('The API needs DATABASE_URL and TEMPORAL_ADDRESS.');
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 20, name: 'huiyin api' }).initialize();
  const keyring = await openKeyringToServe(settings, dataSource, forAPerson);
  // connects with the first call, and again whenever it was lost
  const connection = Connection.lazy({ address: temporalAddress, channelArgs });
  const app = await createApi({
    dataSource,
    client: new Client({ connection, namespace: temporalNamespace, dataConverter: vaultConverter(keyring) }),
    saltOf: keyring.saltOf,
    keyring,
    proof: proofPlaceOf(settings),
    publicUrl: settings.publicUrl,
    temporalUi: settings.temporalUi,
    signIn: settings.signIn,
    trustedProxies: settings.trustedProxies,
    openChannels: settings.privateChannels,
    mail: settings.smtpUrl !== undefined,
    taskQueue,
    library: readLibrary(join(projectFolder, 'rulebooks')),
    webFolder: join(distFolder, 'web'),
    onFault: (error) => say(faultWords(error)),
  });
  await app.listen(port, host);
  return {
    url: `http://${host}:${port}`,
    stop: async () => {
      await app.close();
      await connection.close();
      await dataSource.destroy();
    },
  };
}
