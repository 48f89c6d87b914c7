/** The rulebooks that ship with the house, entered as versions. */
import type { DataSource } from 'typeorm';
import type { RulebookDocument } from '../../domain/rulebook/document.js';

export interface ShippedRulebook {
  /** YAML as it is written. */
  text: string;
  document: RulebookDocument;
}

/** From when the first version of what ships is in force, epoch milliseconds. */
export const beginning = 0;

/** What became of a shipped version that is not simply there already. */
export interface Entered {
  id: string;
  version: number;
  /** `entered`: in force now. `differs`: another document has this number, and stays. `older`: there are later ones. */
  outcome: 'entered' | 'differs' | 'older';
  /** The latest version that there was. */
  latest?: number;
}

interface Known {
  id: string;
  version: number;
  document: RulebookDocument | null;
}

/**
 * Enters what is new: the first version of a rulebook is in force from the beginning, a later one from now on. A version
 * that is there already is never touched. Safe when several do it at once.
 */
export function enterShipped(dataSource: DataSource, shipped: Iterable<ShippedRulebook>): Promise<Entered[]> {
  return dataSource.transaction(async (manager) => {
    // also keeps versions that people write from taking the same number
    await manager.query('lock table rulebook_versions in share row exclusive mode');
    const known = await manager.query<Known[]>(
      'select rulebook_id as id, version, document from rulebook_versions order by version',
    );
    const all: Entered[] = [];
    for (const { text, document } of shipped) {
      const { rulebook: id, version } = document;
      const mine = known.filter((one) => one.id === id);
      const latest = mine.at(-1)?.version;
      const same = mine.find((one) => one.version === version);
      const told = { id, version, ...(latest === undefined ? {} : { latest }) };
      if (same && JSON.stringify(same.document) === JSON.stringify(document)) continue;
      if (same || (latest !== undefined && latest > version)) {
        all.push({ ...told, outcome: same ? 'differs' : 'older' });
        continue;
      }
      await manager.query(
        `insert into rulebook_versions (rulebook_id, version, text, document, state, origin, why, approved_at, in_force_from)
         values ($1, $2, $3, $4, 'approved', 'shipped', $5, now(), case when $6 then to_timestamp(${beginning}) else now() end)`,
        [id, version, text, JSON.stringify(document), '随系统发布', latest === undefined],
      );
      all.push({ ...told, outcome: 'entered' });
    }
    return all;
  });
}
