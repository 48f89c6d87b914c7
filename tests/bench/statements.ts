/** The statements that the API runs for what it reads, as they are: the bare server runs the same. */
import type { DataSource } from 'typeorm';
import { viewerByToken } from '../../database/queries/access.js';
import { ofHouse } from '../../domain/rights/sight.js';
import { findComplaint } from '../../database/queries/complaint.js';
import { listComplaints } from '../../database/queries/complaints.js';
import type { Asked } from './bare.js';

export async function asked(): Promise<Record<string, Asked[]>> {
  const viewer = await overheard((source) => viewerByToken(source, 'session', '$token', 7_200));
  const one = await overheard((source) => findComplaint(source, '$id', ofHouse));
  const list = await overheard((source) => listComplaints(source, { sight: ofHouse, contactIn: null }, { limit: 51 }));
  return { one: [...viewer, ...one], list: [...viewer, ...list], oneAlone: one, listAlone: list };
}

// what a query would have asked within a transaction
async function overheard(query: (source: DataSource) => Promise<unknown>): Promise<Asked[]> {
  const heard: Asked[] = [];
  const source = {
    queryRunner: true,
    query: (text: string, values: unknown[]) => {
      heard.push({ text, values });
      return Promise.resolve([]);
    },
  };
  await query(source as unknown as DataSource);
  return heard;
}
