/** Complaints that are filed and worked on to their end, whatever dies meanwhile. */
import { randomUUID } from 'node:crypto';
import { ordinaryWay } from '../support/ordinary-way.js';
import { type Answer, Person, type Seen } from './person.js';

export interface Crowd {
  people: Map<string, Person>;
  project: string;
}

export async function gather(url: string, password: string, seen: Seen): Promise<Crowd> {
  const roles = [...new Set(['reception', ...ordinaryWay.map(([, role]) => role)])];
  const people = new Map<string, Person>();
  for (const role of roles) people.set(role, await Person.logIn(url, role, password, seen));
  const { body } = await (people.get('reception') as Person).get('/api/projects');
  const [project] = body['items'] as { id: string }[];
  if (!project) throw new Error('no project to file for');
  return { people, project: project.id };
}

/** Files one complaint and takes it along the ordinary way; every third arrived forty days ago. Answers its id. */
export async function workOne({ people, project }: Crowd, i: number): Promise<string> {
  const who = (role: string) => people.get(role) as Person;
  const late = i % 3 === 0;
  const arrivedAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const filed = await who('reception').post(
    '/api/complaints',
    {
      project,
      channel: late ? 'letter' : 'phone',
      text: `第 ${i} 件：电梯反复停运，老人上下楼困难。`,
      category: 'equipment',
      complainant: { name: '周女士', phone: '13800000001' },
      ...(late ? { arrivedAt, backdatedBecause: '来信滞留传达室。' } : {}),
    },
    randomUUID(),
  );
  const id = must(filed, 201, 'filing')['id'] as string;
  for (const [command, role, input] of ordinaryWay) {
    must(await who(role).post(`/api/complaints/${id}/${command}`, input ?? {}, randomUUID()), 200, `${id}/${command}`);
  }
  return id;
}

function must({ status, body }: Answer, wanted: number, what: string): Record<string, unknown> {
  if (status !== wanted) throw new Error(`${what} answered ${status} instead of ${wanted}: ${JSON.stringify(body)}`);
  return body;
}
