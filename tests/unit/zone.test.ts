/** Offsets are kept by stretches between a zone's changes: every instant must read as the library reads it alone. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { atTime, dateOf, endOf, instant, moment } from '../../domain/calendar/zone.js';

const zones = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const instants = fc.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2040, 0) });

test('an instant reads in its zone as the library reads it, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(moment(at, zone)).toBe(
        local
          .toPlainDateTime()
          .toString()
          .replace(/\.(\d+)$/, (_, f: string) => `.${f.padEnd(3, '0')}`) + local.offset,
      );
      expect(instant(moment(at, zone))).toBe(at);
      expect(dateOf(at, zone)).toBe(local.toPlainDate().toString());
    }),
    { numRuns: 3_000 },
  );
});

test('a day ends where the next begins, also when the clocks change', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones.slice(0, 3)), instants, (zone, at) => {
      const date = dateOf(at, zone);
      const next = Temporal.PlainDate.from(date).add({ days: 1 });
      expect(endOf(date, zone)).toBe(next.toZonedDateTime(zone).epochMilliseconds);
      expect(atTime(date, '09:00', zone)).toBe(
        Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).epochMilliseconds,
      );
    }),
    { numRuns: 1_000 },
  );
});
