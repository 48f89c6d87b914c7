/** Tells administrators, once, that nothing gets through to an address any more. */
import type { EntityManager } from 'typeorm';
import { administratorsOf, takeDeath } from '../../database/queries/dead-addresses.js';
import { addNotices } from '../../database/queries/notices.js';
import { sayDeadAddress } from '../../domain/notice/dead-address.js';

/**
 * In the transaction that declares the address dead, so that there is no death without its notice. Not again before something has
 * got through. To the inbox alone, whatever they prefer: nobody else would mend it.
 */
export async function tellOfDeath(tx: EntityManager, address: string, deadAt: Date): Promise<void> {
  const death = await takeDeath(tx, address);
  if (!death?.node) return;
  const administrators = await administratorsOf(tx, death.node, death.complaint);
  await addNotices(
    tx,
    administrators.map((id) => ({
      about: `dead/${address}/${deadAt.toISOString()}`,
      complaint: null,
      mark: 'AddressDead',
      kind: 'work',
      way: 'inbox',
      recipient: id,
      address: null,
      urgent: false,
      digest: false,
      notBefore: deadAt,
      content: sayDeadAddress(death),
    })),
  );
}
