/** Logging in, and one's own account. */
import { scopes } from '../../../domain/account/scope.js';
import { fields, flag, list, moment, oneOf, ref, type Schema, text, whole } from '../schema.js';

const password: Schema = { type: 'string', minLength: 1, maxLength: 1_000 };
const scopeList: Schema = { ...list(oneOf(...scopes)), description: 'What a program may do with it, at most' };

export const accountSchemas: Record<string, Schema> = {
  Credentials: fields({ username: { type: 'string', minLength: 1 }, password: { type: 'string', minLength: 1 } }),
  CodeInput: fields({ code: { type: 'string', minLength: 1, maxLength: 100 } }),
  Session: fields({
    user: ref('User'),
    commands: { ...list(text), description: 'The commands that my roles give me' },
    mail: { ...flag, description: 'Whether e-mail is set up' },
    'mustChangePassword?': { ...flag, description: 'Nothing else is possible before' },
    'mustSetUpSecondFactor?': { ...flag, description: 'Nothing else is possible before' },
    'unknownSignIns?': list(fields({ id: text, at: moment, address: text, device: text })),
    'leavesProvider?': { ...flag, description: 'After logging out, go to /api/session/oidc/leave' },
  }),
  HalfSession: fields({ secondFactor: { ...flag, description: 'A code is still to come' } }),
  SignInWays: fields({ 'provider?': fields({ label: text }) }),
  Account: fields({
    username: text,
    hasPassword: flag,
    leastLength: { ...whole, description: 'Characters that a new password must have' },
    secondFactor: fields({ on: flag, required: flag, codesLeft: whole, 'since?': moment }),
  }),
  NewPassword: fields({ before: password, password: { type: 'string', minLength: 1, maxLength: 200 } }),
  OwnPassword: fields({ 'password?': { type: 'string', maxLength: 1_000, description: 'For those who have one' } }),
  FirstCode: fields({ code: { type: 'string', minLength: 1, maxLength: 20 } }),
  ProposedSecret: fields({ secret: text, uri: { ...text, description: 'What the QR code says' } }),
  RecoveryCodes: fields({ codes: list(text) }),
  OpenSessionList: fields({
    items: list(
      fields({
        id: text,
        createdAt: moment,
        lastUsedAt: moment,
        expiresAt: moment,
        address: text,
        device: { ...text, description: 'What the browser says of itself' },
        via: oneOf('password', 'provider'),
        strong: { ...flag, description: 'Opened with a second factor' },
        current: flag,
      }),
    ),
  }),
  Token: fields({
    id: text,
    name: text,
    scopes: scopeList,
    createdAt: moment,
    'endsAt?': moment,
    'lastUsedAt?': moment,
  }),
  TokenList: fields({ items: list(ref('Token')) }),
  GrantedToken: fields({ id: text, name: text, scopes: scopeList, endsAt: moment, token: text }),
  TokenInput: fields({
    name: { type: 'string', minLength: 1, maxLength: 200, description: 'What it is for' },
    'scopes?': { ...scopeList, minItems: 1, uniqueItems: true },
    'endsAt?': { ...moment, description: '90 days from now unless told, a year at most' },
  }),
};
