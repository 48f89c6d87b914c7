/** That nothing was altered, and who did what. */
import { fields, list, map, moment, orNull, ref, type Schema, text, whole } from '../schema.js';

const open: Schema = { additionalProperties: true };

export const proofSchemas: Record<string, Schema> = {
  Proof: fields({
    position: { ...whole, description: 'Entries in the chronicle' },
    checkpoints: whole,
    'last?': fields({ position: whole, at: moment }),
    'publicKey?': { ...text, description: 'PEM; verifies the signatures of checkpoints and archives' },
  }),
  Finding: fields({
    what: text,
    'complaint?': text,
    'seq?': whole,
    'position?': whole,
    'path?': text,
    'act?': text,
  }),
  Findings: fields({ verified: { ...whole, description: 'Entries or events looked at' }, items: list(ref('Finding')) }),
  FindingsPage: fields({ verified: whole, all: whole, items: list(ref('Finding')), next: orNull(text) }),
  Act: fields({
    id: text,
    at: moment,
    user: text,
    name: text,
    roles: list(ref('Role')),
    act: { ...text, description: 'The operation of this API' },
    about: fields({}, open),
  }),
  BroughtFile: fields({ sha256: text, name: text, mediaType: text, size: whole }),
  Payloads: fields(
    {
      payloads: list(
        fields(
          { 'metadata?': map(text), 'data?': { ...text, description: 'Base64, as are the values of metadata' } },
          open,
        ),
      ),
    },
    open,
  ),
  EraseInput: fields({ because: text }),
  ActList: fields({ items: list(ref('Act')), next: orNull(text) }),
};
