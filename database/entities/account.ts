import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The password was right, the second factor is still to come. */
@Entity('half_sessions')
export class HalfSessionRow {
  /** SHA-256 of the token, hexadecimal. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('text')
  via: 'password' | 'provider';

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

/** That somebody signed in; kept when the session is over. */
@Entity('sign_ins')
@Index('sign_ins_user', ['userId', 'at'])
export class SignInRow {
  @PrimaryColumn('text', { default: () => 'gen_random_uuid()' })
  id: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('text', { name: 'session_id' })
  sessionId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('text')
  address: string;

  @Column('text')
  device: string;

  @Column('boolean', { name: 'unknown_device' })
  unknownDevice: boolean;

  /** The person has said that it was them. */
  @Column('boolean', { default: false })
  seen: boolean;
}

/** A browser that somebody has signed in with. */
@Entity('devices')
export class DeviceRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('text', { name: 'device_hash' })
  deviceHash: string;

  @Column('timestamptz', { name: 'first_at', default: () => 'now()' })
  firstAt: Date;

  @Column('timestamptz', { name: 'last_at', default: () => 'now()' })
  lastAt: Date;
}

/** What makes the codes of somebody's authenticator app. */
@Entity('second_factors')
export class SecondFactorRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  /** Encrypted by the house key. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  /** Shown, but no code of it was given yet. */
  @Column('bytea', { nullable: true })
  proposed: Buffer | null;

  /** The last 30 seconds whose code was taken; none is taken twice. */
  @Column('bigint', { name: 'last_step', default: 0 })
  lastStep: string;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;
}

/** Instead of a code when the phone is lost; each once. */
@Entity('recovery_codes')
export class RecoveryCodeRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('text', { name: 'code_hash' })
  codeHash: string;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

/** Whom an identity provider knows by a subject. */
@Entity('identities')
@Index('identities_user', ['userId', 'issuer'], { unique: true })
export class IdentityRow {
  @PrimaryColumn('text')
  issuer: string;

  @PrimaryColumn('text')
  subject: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('timestamptz', { name: 'linked_at', default: () => 'now()' })
  linkedAt: Date;
}

/** Somebody was sent to the identity provider and is to come back, once. */
@Entity('identity_requests')
export class IdentityRequestRow {
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text')
  state: string;

  @Column('text')
  nonce: string;

  @Column('text')
  verifier: string;

  @Column('text')
  next: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
