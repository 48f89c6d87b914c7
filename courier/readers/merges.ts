/** Merged complaints and the one they go on in hear of each other. */
import type { EntityManager } from 'typeorm';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { type Echo, echoes } from '../../domain/complaint/echo.js';
import type { Complaint } from '../../domain/complaint/state.js';
import { echoesSoFar, keepMerge, mergedInto } from '../../database/queries/merges.js';
import { enqueueSignals, type SignalToSend } from '../../database/queries/signals.js';
import { setPair } from '../../database/matters/match.js';
import type { Told } from '../told.js';

/** Hands on what merging means to others; answers the complaints whose matter may be another now. */
export async function passMergesOn(tx: EntityManager, told: Told[]): Promise<string[]> {
  const concerned: string[] = [];
  for (const { event, complaint } of told) {
    if (event.type === 'Merged') concerned.push(...(await merged(tx, complaint, event)));
    if (event.type === 'Unmerged') concerned.push(...(await unmerged(tx, complaint, event)));
    // a complaint that goes on elsewhere itself hands on what it hears
    if (isEcho(event) || event.type === 'ParentTold') await passOn(tx, complaint, event);
  }
  return concerned;
}

const isEcho = (event: ComplaintEvent): event is ComplaintEvent<Echo> =>
  (echoes as readonly string[]).includes(event.type);
const userOf = ({ actor }: ComplaintEvent): string => ('user' in actor ? actor.user : '');

/** Merging is a person's word that both are one matter. */
async function merged(tx: EntityManager, complaint: Complaint, event: ComplaintEvent<'Merged'>): Promise<string[]> {
  const { into } = event;
  await keepMerge(tx, { complaint: complaint.id, into, at: event.at });
  await setPair(tx, {
    one: complaint.id,
    other: into,
    project: complaint.project,
    state: 'confirmed',
    by: userOf(event),
  });
  const { id, number, people } = complaint;
  const joined: SignalToSend<'memberJoined'> = {
    complaint: into,
    signal: 'memberJoined',
    data: { complaint: id, number, people },
    key: `memberJoined ${id} ${event.seq}`,
  };
  // what was told before it joined is owed to its complainant, too
  const before = (await echoesSoFar(tx, into)).map((echo) => parentTold(id, into, echo));
  await enqueueSignals(tx, [joined, ...before]);
  return [id, into];
}

/** Taking it apart is a person's word that they are not. */
async function unmerged(tx: EntityManager, complaint: Complaint, event: ComplaintEvent): Promise<string[]> {
  const into = await keepMerge(tx, { complaint: complaint.id });
  if (into === undefined) return [];
  await setPair(tx, { one: complaint.id, other: into, project: complaint.project, state: 'undone', by: userOf(event) });
  await enqueueSignals(tx, [
    {
      complaint: into,
      signal: 'memberLeft',
      data: { complaint: complaint.id },
      key: `memberLeft ${complaint.id} ${event.seq}`,
    },
  ]);
  return [complaint.id, into];
}

/** Each member's complainant gets the echo. */
async function passOn(tx: EntityManager, parent: Complaint, event: ComplaintEvent<Echo | 'ParentTold'>): Promise<void> {
  const members = await mergedInto(tx, parent.id);
  await enqueueSignals(
    tx,
    members.map((member) => parentTold(member, parent.id, event)),
  );
}

function parentTold(member: string, parent: string, event: ComplaintEvent): SignalToSend<'parentTold'> {
  const said = event as { form?: string; text?: string; result?: string; reason?: string };
  const text = said.text ?? said.result ?? said.reason;
  return {
    complaint: member,
    signal: 'parentTold',
    data: {
      parent,
      what: event.type === 'ParentTold' ? event.what : (event.type as Echo),
      event: event.seq,
      ...(said.form ? { form: said.form } : {}),
      ...(text ? { text } : {}),
    },
    key: `parentTold ${member} ${parent} ${event.seq}`,
  };
}
