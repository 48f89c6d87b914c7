/** What people write is text in what leaves the house by mail and robot; pages: `tests/e2e/hostile.test.ts`, papers: `tests/unit/renderings/`. */
import { expect, test } from '@jest/globals';
import { letterOf, mailOf } from '../../../courier/delivery/senders/mail.js';
import { attachment } from '../../../api/kernel/attachment.js';
import { safeName } from '../../../api/files/content.js';
import { fileName } from '../../../renderings/file-name.js';
import { hardPaper } from '../../support/papers/hard.js';

const tag = `<img src=x onerror="alert(1)"><script>alert(2)</script><a href='javascript:alert(3)'>x</a>\r\nBcc: evil@example.com`;

test('a mail to staff has no markup but ours', () => {
  const link = 'https://huiyin.example.com/complaints/1"><script>';
  const message = {
    key: 'k',
    title: tag,
    language: 'zh' as const,
    items: [{ title: tag, lines: [[tag, tag]] as [string, string][], quote: tag, link }],
  };
  const { html, text } = mailOf(message, 'x@example.com', null);
  expect(html).not.toMatch(/<(img|script|a href='javascript)/);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<[^>]* on\w+=/);
  expect(text).toContain('onerror');
});

test('nor has a letter to whoever complained', () => {
  const notice = {
    event: { type: 'Received', seq: 1, at: '2026-11-22T10:00:00+08:00', clauses: [] },
    complaint: {
      id: '1',
      number: tag,
      complainant: { name: tag, email: 'x@example.com' },
      clocks: {},
      zone: 'Asia/Shanghai',
    },
    project: tag,
  };
  const letter = letterOf(notice as unknown as Parameters<typeof letterOf>[0], 'k');
  expect(letter?.html).toContain('&lt;script&gt;');
  expect(letter?.html).not.toMatch(/<(img|script|a)\b/);
});

test.each([tag, '../../etc/passwd', '..\\..\\boot.ini', 'a\0b', '\u202egpj.exe', 'CON', '.htaccess', ''])(
  '%j is a harmless name of a file',
  (name) => {
    const title = { zh: name, en: name };
    const paper = { ...hardPaper, content: { ...hardPaper.content, title } };
    for (const made of [safeName(name, 'pdf'), fileName(paper, 'zh')]) {
      expect(made).not.toMatch(/[\p{Cc}\u202e<>"|?*:/\\]/u);
      expect(made).not.toMatch(/^\./);
      expect(made.length).toBeGreaterThan(0);
    }
    expect(attachment(name)).toMatch(/^attachment; filename="[^"\r\n/\\]*"; filename\*=UTF-8''[\w.%~-]*$/);
  },
);
