import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { documentOf } from './document.js';

/** The document at /api/openapi.json, and readable at /api/docs. */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => documentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Huiyin 回音 API',
  });
}
