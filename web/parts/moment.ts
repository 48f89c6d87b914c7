import type { Dayjs } from 'dayjs';

/** What somebody picked, read as the organisation's wall clock whatever the browser's zone is. */
export function momentOf(picked: Dayjs, zone = 'Asia/Shanghai'): string {
  const wall = picked.format('YYYY-MM-DDTHH:mm:00');
  return wall + offsetAt(wall, zone);
}

function offsetAt(wall: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    new Date(`${wall}Z`),
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
  return name || '+00:00';
}
