// Writes rulebooks/calendars/CN.json from the published days off in chinese-days, and GB.json from England's in date-holidays.
import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import Holidays from 'date-holidays';

const { getDayDetail } = chineseDays;
const names = {
  元旦: '元旦',
  春节: '春节',
  清明: '清明节',
  劳动节: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆节: '国庆节',
};
const named = (detail) => {
  const chinese = detail.name.split(',')[1] ?? detail.name;
  return names[chinese] ?? chinese;
};
const years = {};
for (let year = 2024; year <= 2026; year++) {
  const off = [];
  const work = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; day = new Date(+day + 86_400_000)) {
    const date = day.toISOString().slice(0, 10);
    const detail = getDayDetail(date);
    if (!detail.name.includes(',')) continue; // an ordinary weekday or weekend
    if (detail.work) {
      work.push([date, `${named(detail)}调休`]);
      continue;
    }
    const last = off.at(-1);
    const follows = last && +new Date(`${last[0]}T00:00:00Z`) + last[1] * 86_400_000 === +day;
    if (follows && last[2] === named(detail)) last[1]++;
    else off.push([date, 1, named(detail)]);
  }
  years[year] = { version: 1, off, work };
}
const calendar = {
  id: 'CN',
  zone: 'Asia/Shanghai',
  opens: '09:00',
  closes: '18:00',
  weekend: [6, 7],
  fixed: [
    ['01-01', '元旦'],
    ['05-01', '劳动节'],
    ['05-02', '劳动节'],
    ['10-01', '国庆节'],
    ['10-02', '国庆节'],
    ['10-03', '国庆节'],
  ],
  years,
};
const write = (one) =>
  writeFileSync(new URL(`calendars/${one.id}.json`, import.meta.url), `${JSON.stringify(one, null, 2)}\n`);
write(calendar);

// bank holidays of England; one that falls on a weekend has its substitute day beside it
const bankHolidays = new Holidays('GB', 'ENG', { languages: ['en'] });
const english = {};
for (let year = 2024; year <= 2027; year++) {
  const days = bankHolidays.getHolidays(year).filter(({ type }) => type === 'public');
  english[year] = { version: 1, off: days.map(({ date, name }) => [date.slice(0, 10), 1, name]), work: [] };
}
write({
  id: 'GB',
  zone: 'Europe/London',
  opens: '09:00',
  closes: '17:00',
  weekend: [6, 7],
  fixed: [
    ['01-01', "New Year's Day"],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
  years: english,
});
