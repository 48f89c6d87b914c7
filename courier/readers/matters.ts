/** Finds complaints on the same matter as they come in, and keeps what is known of matters true. */
import type { EntityManager } from 'typeorm';
import { complainantKeys } from '../../domain/matter/complainants.js';
import type { Account } from '../../domain/matter/features.js';
import { echoes } from '../../domain/complaint/echo.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { lockMatters, regroup } from '../../database/matters/regroup.js';
import { matchNew } from '../../database/matters/match.js';
import { instant } from '../../domain/calendar/zone.js';
import type { Reader, Told } from '../told.js';
import { passMergesOn } from './merges.js';

/** Who complains, how many they are, or whether it counts may be another after these. */
const recounted = new Set<string>(['Joined', 'FactRecorded', 'Withdrawn', 'Refused', 'Reinstated']);

const isHeard = (type: string): boolean =>
  recounted.has(type) || ['Received', 'Merged', 'Unmerged', 'ParentTold', ...echoes].includes(type);

export const matters: Reader = {
  name: 'matters',
  async read(tx: EntityManager, told: Told[]): Promise<void> {
    const heard = told.filter(({ event }) => isHeard(event.type));
    await lockMatters(
      tx,
      heard.map(({ complaint }) => complaint.project),
    );
    const merging = await passMergesOn(tx, heard);
    const fresh = told.filter(({ event }) => event.type === 'Received');
    const counted = told.filter(({ event }) => recounted.has(event.type));
    const concerned = [...fresh, ...counted].map(({ complaint }) => complaint);
    for (const { complaint } of fresh) await matchNew(tx, accountOf(complaint));
    await regroup(tx, [...new Set([...concerned.map(({ id }) => id), ...merging])]);
  },
};

function accountOf({ id, number, project, category, text, complainant, arrivedAt }: Complaint): Account {
  const { address, room } = complainant;
  return {
    id,
    number,
    project,
    ...(category === undefined ? {} : { category }),
    text,
    ...(address ? { address } : {}),
    ...(room ? { room } : {}),
    arrivedAt: instant(arrivedAt),
    complainant: complainantKeys(complainant),
  };
}
