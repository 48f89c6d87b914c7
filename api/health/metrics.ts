/** Numbers for the operators' monitoring, in Prometheus' format. */
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolOf } from '../../database/sql.js';
import { ApiOptions } from '../options.js';

@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram;

  constructor({ dataSource }: ApiOptions) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'huiyin_http_request_seconds',
      help: 'How long requests took',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    new Gauge({
      name: 'huiyin_database_connections',
      help: 'Connections to the database, by what they do',
      labelNames: ['state'],
      registers,
      collect() {
        const pool = poolOf(dataSource);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'waited for' }, pool.waitingCount);
      },
    });
  }

  /** A request was answered. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }
}
