/** The time of the house in a rehearsed half year: one moment that all processes read, and that only the rehearsal moves. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export class HouseClock {
  constructor(private readonly file: string) {}

  /** Epoch milliseconds. It stands still while something happens. */
  now(): number {
    return Number(readFileSync(this.file, 'utf8'));
  }

  set(at: number): void {
    writeFileSync(`${this.file}.new`, String(at));
    renameSync(`${this.file}.new`, this.file);
  }
}
