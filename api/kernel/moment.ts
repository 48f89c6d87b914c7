import { fieldCheck } from './storable.js';

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment of ISO 8601 with an offset. */
export const IsMoment = fieldCheck(
  'moment',
  'must be a time with an offset, such as 2026-03-02T09:30:00+08:00',
  (value) => typeof value === 'string' && momentForm.test(value) && !Number.isNaN(Date.parse(value)),
);
