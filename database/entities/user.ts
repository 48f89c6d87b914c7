import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/rulebook/rulebook.js';

/** Somebody who logs in. The id is the name that events keep. */
@Entity('users')
export class UserRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { unique: true })
  username: string;

  @Column('text')
  name: string;

  /** argon2id; without one nobody logs in as this user. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text', { array: true })
  roles: Role[];

  /** Sees this node of the organisation and all below it. */
  @Column('text', { name: 'node_id' })
  nodeId: string;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
