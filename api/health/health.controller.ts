import { Controller, Get, Header } from '@nestjs/common';
import { Open } from '../kernel/access.js';
import { databaseUnavailable, engineUnavailable } from '../kernel/problem.js';
import { Described } from '../openapi/described.js';
import { ApiOptions } from '../options.js';

const patience = 2_000;

@Controller('api/health')
@Open()
export class HealthController {
  constructor(private readonly options: ApiOptions) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  @Described({ id: 'isLive', summary: 'Whether this process answers', open: true, answers: { 200: 'Health' } })
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @Described({ id: 'isReady', summary: 'Whether database and engine answer', open: true, answers: { 200: 'Health' } })
  async ready() {
    const { dataSource, client } = this.options;
    const within = <T>(work: Promise<T>) =>
      Promise.race([work, new Promise<never>((_, late) => setTimeout(late, patience).unref())]);
    await within(dataSource.query('select 1')).catch(() => {
      throw databaseUnavailable();
    });
    const engine = client.withDeadline(Date.now() + patience, () => client.workflowService.getSystemInfo({}));
    await engine.catch(() => {
      throw engineUnavailable();
    });
    return { status: 'ok', database: 'ok', engine: 'ok' };
  }
}
