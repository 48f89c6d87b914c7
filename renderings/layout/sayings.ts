import { dateOf, instant, moment, plusDays, type LocalDate, type Moment } from '../../domain/calendar/zone.js';
import type { Cell } from '../../domain/paper/paper.js';
import type { Text } from '../../domain/paper/words.js';
import { clean } from './clean.js';
import { labels } from './labels.js';

const months = 'January February March April May June July August September October November December'.split(' ');

/** How one language writes what a paper holds, in the zone of the paper. */
export class Sayings {
  constructor(
    readonly language: 'zh' | 'en',
    private readonly zone: string,
  ) {}

  text(text: Text): string {
    return clean(typeof text === 'string' ? text : text[this.language]);
  }

  /** 2026年11月16日 */
  date(date: LocalDate): string {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    return this.language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
  }

  dateOf(at: Moment): string {
    return this.date(dateOf(instant(at), this.zone));
  }

  /** 2026年11月16日 09:00; midnight ends the day before it: 24:00. */
  moment(at: Moment): string {
    const [date, time] = this.wall(at);
    return time === '00:00' ? `${this.date(plusDays(date, -1))} 24:00` : `${this.date(date)} ${time}`;
  }

  /** In tables short and sortable: 2026-11-16 09:00. */
  cell(cell: Cell): string {
    if (cell === null) return labels.unknown[this.language];
    if (typeof cell === 'number') return this.number(cell);
    if (typeof cell === 'string' || 'zh' in cell) return this.text(cell);
    if ('moment' in cell) return this.wall(cell.moment).join(' ');
    if ('date' in cell) return cell.date;
    if ('percent' in cell) return `${this.number(cell.percent)}%`;
    return clean(cell.complaint.number);
  }

  private number(n: number): string {
    return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(n);
  }

  private wall(at: Moment): [LocalDate, string] {
    const local = moment(instant(at), this.zone);
    return [local.slice(0, 10), local.slice(11, 16)];
  }
}
