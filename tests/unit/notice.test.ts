/** What people paste when they publish a year. */
import { expect, test } from '@jest/globals';
import { asRows, readNotice } from '../../web/calendar/notice.js';

test('the notice of the State Council, as it is written', () => {
  const text = `各省、自治区、直辖市人民政府：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;
  expect(readNotice(text, 2026)).toEqual({
    off: [
      { from: '2026-01-01', days: 3, name: '元旦' },
      { from: '2026-02-15', days: 9, name: '春节' },
      { from: '2026-04-04', days: 3, name: '清明节' },
      { from: '2026-10-01', days: 7, name: '国庆节' },
    ],
    work: [
      { date: '2026-01-04', name: '元旦调休' },
      { date: '2026-02-14', name: '春节调休' },
      { date: '2026-02-28', name: '春节调休' },
      { date: '2026-09-20', name: '国庆节调休' },
      { date: '2026-10-10', name: '国庆节调休' },
    ],
    unread: [],
  });
});

test('over the turn of a month, and a single day', () => {
  const { off } = readNotice('五、中秋节：9月25日（周五）放假。\n六、国庆节：9月29日至10月6日放假调休，共8天。', 2027);
  expect(off).toEqual([
    { from: '2027-09-25', days: 1, name: '中秋节' },
    { from: '2027-09-29', days: 8, name: '国庆节' },
  ]);
});

test('rows, with or without a year, and what is written is read again', () => {
  const rows = '2027-01-01 3 元旦\n2/5 8天 春节\n2027-02-14 班 春节调休';
  const notice = readNotice(rows, 2027);
  expect(notice).toMatchObject({ off: [{ days: 3 }, { from: '2027-02-05', days: 8 }], unread: [] });
  expect(readNotice(asRows(notice), 2027)).toEqual(notice);
});

test('JSON, ours or that of the calendars that ship', () => {
  const shipped = '{"version": 1, "off": [["2027-01-01", 3, "元旦"]], "work": [["2027-02-14", "春节调休"]]}';
  const ours =
    '{"off": [{"from": "2027-01-01", "days": 3, "name": "元旦"}], "work": [{"date": "2027-02-14", "name": "春节调休"}]}';
  expect(readNotice(shipped, 2027)).toEqual(readNotice(ours, 2027));
  expect(readNotice('{ broken', 2027).unread).toHaveLength(1);
});

test('a line that says nothing is told', () => {
  expect(readNotice('2027-01-01 元旦\n\n2027-01-01 1 元旦', 2027)).toMatchObject({ unread: ['2027-01-01 元旦'] });
});
