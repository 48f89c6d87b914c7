import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  /** Where they belong; what they may do, and where, their memberships say. */
  @Column('text', { name: 'node_id' })
  nodeId: string;

  @Column('boolean', { default: true })
  active: boolean;

  /** It was made for them: nothing else is possible before it is changed. */
  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword: boolean;

  /** Lower case, given by an administrator; links an identity of the provider. */
  @Column('text', { nullable: true })
  email: string | null;

  /** An identity provider has said that it is theirs. */
  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
