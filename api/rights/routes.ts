/** Whom each route lets in: read from the very marks that the guard goes by. */
import { Injectable, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { commands } from '../../domain/complaint/commands/index.js';
import { type LetsIn, letsIn } from '../kernel/access.js';
import { summaries } from './summaries.js';

export interface Route {
  /** As in the OpenAPI document. */
  id: string;
  method: string;
  path: string;
  summary: { zh: string; en: string };
  by: LetsIn;
}

@Injectable()
export class Routes {
  private found: Route[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** All but those of the commands, in the order of their paths. */
  all(): Route[] {
    this.found ??= this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.of(metatype) : []))
      .filter(({ id }) => !(id in commands))
      .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
    return this.found;
  }

  private of(controller: object & { prototype: object }): Route[] {
    const scanner = new MetadataScanner();
    const base = meta<string>('path', controller) ?? '';
    return scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name] as () => unknown;
      const described = meta<{ operationId: string; summary: string }>('swagger/apiOperation', handler);
      const path = meta<string>('path', handler);
      if (!described || path === undefined) return [];
      const method = RequestMethod[meta<RequestMethod>('method', handler) ?? RequestMethod.GET];
      const whole = `/${[base, path].join('/').split('/').filter(Boolean).join('/')}`;
      const { operationId: id, summary: en } = described;
      const summary = { zh: summaries[id] ?? en, en };
      const target = controller as Parameters<typeof letsIn>[1][0];
      return [{ id, method, path: whole, summary, by: letsIn(this.reflector, [handler, target]) }];
    });
  }
}

const meta = <T>(key: string, target: object): T | undefined => Reflect.getMetadata(key, target) as T | undefined;
