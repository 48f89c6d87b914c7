/** The OpenAPI document: from the routes as they are, the same every time. */
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from '../module.js';
import type { ApiOptions } from '../options.js';
import { accountSchemas } from './schemas/account.js';
import { batchSchemas } from './schemas/batches.js';
import { calendarSchemas } from './schemas/calendars.js';
import { complaintSchemas } from './schemas/complaint.js';
import { deskSchemas } from './schemas/desks.js';
import { houseSchemas } from './schemas/house.js';
import { inputSchemas } from './schemas/inputs.js';
import { matterSchemas } from './schemas/matters.js';
import { noticeSchemas } from './schemas/notices.js';
import { organisationSchemas } from './schemas/organisation.js';
import { rightsSchemas } from './schemas/rights.js';
import { rulebookSchemas } from './schemas/rulebooks.js';
import { particularSchemas } from './schemas/particulars.js';
import { rehearsalSchemas } from './schemas/rehearsals.js';
import { paperSchemas } from './schemas/papers.js';
import { proofSchemas } from './schemas/proof.js';
import { watchSchemas } from './schemas/watch.js';

/** Where the document is committed, from the project's folder. */
export const documentPath = 'api/openapi.json';

export function documentOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Huiyin 回音')
    .setDescription('Complaint handling: every complaint gets its echo.')
    .setVersion('1')
    .addCookieAuth('huiyin_session', { type: 'apiKey', in: 'cookie', name: 'huiyin_session' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .build();
  const made = SwaggerModule.createDocument(app, config, { autoTagControllers: false });
  const schemas = {
    ...complaintSchemas,
    ...houseSchemas,
    ...accountSchemas,
    ...particularSchemas,
    ...batchSchemas,
    ...noticeSchemas,
    ...calendarSchemas,
    ...rehearsalSchemas,
    ...rightsSchemas,
    ...rulebookSchemas,
    ...inputSchemas,
    ...matterSchemas,
    ...deskSchemas,
    ...paperSchemas,
    ...proofSchemas,
    ...watchSchemas,
    ...organisationSchemas,
  };
  const document = { ...made, paths: tagged(made.paths), components: { ...made.components, schemas } };
  delete (document as { servers?: unknown }).servers;
  return sorted(document) as OpenAPIObject;
}

/** The document as text, without database or engine. */
export async function documentText(): Promise<string> {
  const nothing = {} as ApiOptions;
  const app = await NestFactory.create(ApiModule.with(nothing), new FastifyAdapter(), { logger: false, preview: true });
  try {
    return `${JSON.stringify(documentOf(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}

/** Operations by the noun of their path. */
function tagged(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  for (const [path, operations] of Object.entries(paths)) {
    const [, , noun = 'api'] = path.split('/');
    for (const operation of Object.values(operations as Record<string, { tags?: string[] }>)) operation.tags = [noun];
  }
  return paths;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]));
}
