import { type Viewer } from '../../database/queries/access.js';
import { unknownSignIns } from '../../database/queries/sessions.js';
import type { Command } from '../../domain/complaint/command.js';
import { commands } from '../../domain/complaint/commands/index.js';
import { filingRoles, roleFor } from '../../domain/rights/roles.js';
import { personAnywhere } from '../../domain/organisation/viewer.js';
import type { ApiOptions } from '../options.js';
import { needsSecondFactor } from './options.js';
import type { Opened } from './opening.js';

type In = Omit<Opened, 'viewer' | 'session'> & { session?: string };

/** Who somebody is, what they may, and what they have to see to first. */
export async function sessionView(options: ApiOptions, viewer: Viewer, { session, strong, via }: In) {
  const { user, username, name, roles, tier, node, mustChangePassword } = viewer;
  const { standsInFor = [], ...self } = personAnywhere(viewer);
  const may = (command: Pick<Command, 'by'>) =>
    [self, ...standsInFor].some((person) => roleFor(person.roles, command.by) !== undefined);
  const names = Object.values(commands)
    .filter(may)
    .map((command) => command.name);
  const unknown = session ? await unknownSignIns(options.dataSource, user, session) : [];
  return {
    user: { id: user, username, name, roles, tier, node },
    ...(mustChangePassword ? { mustChangePassword } : {}),
    ...(session && !strong && needsSecondFactor(options, roles) ? { mustSetUpSecondFactor: true } : {}),
    ...(unknown.length > 0 ? { unknownSignIns: unknown.map((one) => ({ ...one, at: one.at.toISOString() })) } : {}),
    ...(via === 'provider' && options.signIn?.provider?.logsOut ? { leavesProvider: true } : {}),
    mail: options.mail ?? false,
    commands: [...(may({ by: filingRoles }) ? ['file'] : []), ...names],
  };
}
