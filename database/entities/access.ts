import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from '../../domain/account/scope.js';

/** A login of a person. The token itself is kept nowhere. */
@Entity('sessions')
export class SessionRow {
  /** SHA-256 of the token, hexadecimal. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** What it is called where it is listed and ended. */
  @Column('text', { unique: true, default: () => 'gen_random_uuid()' })
  id: string;

  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' })
  lastUsedAt: Date;

  @Column('text', { default: '' })
  address: string;

  /** What the browser says of itself. */
  @Column('text', { default: '' })
  device: string;

  @Column('text', { default: 'password' })
  via: 'password' | 'provider';

  /** Opened with a second factor. */
  @Column('boolean', { default: false })
  strong: boolean;
}

/** A bearer token of a program that acts as a user. */
@Entity('api_tokens')
export class ApiTokenRow {
  /** SHA-256 of the token, hexadecimal. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'user_id' })
  userId: string;

  @Column('text')
  name: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('text', { array: true })
  scopes: Scope[];

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}

/** Failed logins by user name and address. */
@Entity('login_attempts')
export class LoginAttemptRow {
  /** SHA-256 of the name and the address, hexadecimal. */
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}
