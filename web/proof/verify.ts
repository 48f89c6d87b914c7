/** Asks the house to show that nothing was altered. */
import { client, data } from '../api/client.js';
import type { Finding } from '../api/shapes.js';

export const verifyComplaint = (id: string) =>
  data(client.GET('/api/complaints/{id}/proof', { params: { path: { id } } }));

export interface Progress {
  done: number;
  all: number;
  findings: Finding[];
}

/** All complaints page by page, then the chronicle. `told`: how far it is. */
export async function verifyAll(told: (progress: Progress) => void, stopped: () => boolean): Promise<Progress> {
  const progress: Progress = { done: 0, all: 0, findings: [] };
  for (let after: string | null = ''; after !== null && !stopped();) {
    const page: { verified: number; all: number; items: Finding[]; next: string | null } = await data(
      client.GET('/api/proof/complaints', { params: { query: { after } } }),
    );
    progress.done += page.verified;
    progress.all = page.all;
    progress.findings.push(...page.items);
    after = page.next;
    told({ ...progress, findings: [...progress.findings] });
  }
  const chronicle = await data(client.GET('/api/proof/chronicle'));
  progress.findings.push(...chronicle.items);
  return { ...progress };
}
