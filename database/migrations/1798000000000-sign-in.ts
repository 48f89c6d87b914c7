import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that can be listed and ended, second factors, identities of a provider, scopes of tokens. */
export class SignIn1798000000000 implements MigrationInterface {
  name = 'SignIn1798000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table users add column email text check (email = lower(email));
      create unique index users_email on users (email);

      alter table sessions
        add column id text not null default gen_random_uuid()::text,
        add column last_used_at timestamptz not null default now(),
        add column address text not null default '',
        add column device text not null default '',
        add column via text not null default 'password' check (via in ('password', 'provider')),
        add column strong boolean not null default false,
        add constraint sessions_id unique (id);
      create index sessions_user on sessions (user_id);

      -- the password was right, the second factor is still to come
      create table half_sessions (
        token_hash text primary key,
        user_id text not null references users (id) on delete cascade,
        via text not null,
        expires_at timestamptz not null
      );

      -- kept when the session is over: whoever was away is told of it
      create table sign_ins (
        id text primary key default gen_random_uuid()::text,
        user_id text not null references users (id) on delete cascade,
        session_id text not null,
        at timestamptz not null default now(),
        address text not null,
        device text not null,
        unknown_device boolean not null,
        seen boolean not null default false
      );
      create index sign_ins_user on sign_ins (user_id, at);

      create table devices (
        user_id text not null references users (id) on delete cascade,
        device_hash text not null,
        first_at timestamptz not null default now(),
        last_at timestamptz not null default now(),
        primary key (user_id, device_hash)
      );

      create table second_factors (
        user_id text primary key references users (id) on delete cascade,
        secret bytea,
        proposed bytea,
        last_step bigint not null default 0,
        confirmed_at timestamptz
      );
      create table recovery_codes (
        user_id text not null references users (id) on delete cascade,
        code_hash text not null,
        used_at timestamptz,
        primary key (user_id, code_hash)
      );

      create table identities (
        issuer text not null,
        subject text not null,
        user_id text not null references users (id) on delete cascade,
        linked_at timestamptz not null default now(),
        primary key (issuer, subject)
      );
      create unique index identities_user on identities (user_id, issuer);
      create table identity_requests (
        token_hash text primary key,
        state text not null,
        nonce text not null,
        verifier text not null,
        next text not null,
        expires_at timestamptz not null
      );

      alter table api_tokens add column scopes text[] not null default '{read,file,commands}', add column last_used_at timestamptz;
      alter table api_tokens alter column scopes drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table identity_requests, identities, recovery_codes, second_factors, devices, sign_ins, half_sessions;
      alter table api_tokens drop column scopes, drop column last_used_at;
      drop index sessions_user;
      alter table sessions drop column id, drop column last_used_at, drop column address, drop column device, drop column via,
        drop column strong;
      drop index users_email;
      alter table users drop column email;
    `);
  }
}
