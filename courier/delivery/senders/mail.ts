/** E-mail over SMTP: plain text and simple HTML, one thread for one complaint, nothing that reports who read it. */
import { createTransport, type Transporter } from 'nodemailer';
import type { DueNotice } from '../../../database/queries/deliveries.js';
import { noticeWords, type NoticeLanguage } from '../../../domain/notice/say.js';
import { sayToComplainant } from '../../../domain/notice/say-to-complainant.js';
import { type Message, moveOf, openIn } from '../message.js';
import { failed, type Outcome, sent } from '../outcome.js';

export interface MailOptions {
  /** `smtp://user:password@host:25`, `smtps://…` */
  url: string;
  /** `回音 <huiyin@example.com>` */
  from: string;
  /** Milliseconds until a silent server counts as away; 20 seconds unless told. */
  patience?: number;
}

export interface Mail {
  to: string;
  /** The same for the same mail. */
  key: string;
  /** The complaint that it is about. */
  thread?: string;
  subject: string;
  text: string;
  html: string;
  language: NoticeLanguage;
  attachments?: Enclosure[];
}

/** A file that goes with a mail. */
export interface Enclosure {
  filename: string;
  contentType: string;
  content: Uint8Array;
}

export interface Mailer {
  send(mail: Mail): Promise<Outcome>;
  close(): void;
}

export function createMailer({ url, from, patience = 20_000 }: MailOptions): Mailer {
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport: Transporter = createTransport({ url, ...timeouts });
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'huiyin.invalid';
  return {
    async send({ to, key, thread, subject, text, html, language, attachments = [] }) {
      const root = `<thread-${thread ?? ''}@${domain}>`;
      try {
        await transport.sendMail({
          from,
          // one mailbox, whatever is written there
          to: { name: '', address: to },
          subject,
          text,
          html,
          attachments: attachments.map((one) => ({ ...one, content: Buffer.from(one.content) })),
          messageId: `<${key}@${domain}>`,
          ...(thread ? { references: [root], inReplyTo: root } : {}),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language === 'zh' ? 'zh-CN' : 'en' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return sent;
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** Refused for good is what the server says of this recipient or this mail; all else may pass. */
function outcomeOf({ responseCode, response, command = '', message, code }: SmtpError): Outcome {
  // servers quote the address back
  const said = (response ?? `${code ?? ''} ${message}`).replace(/[^\s<>@:]+@[^\s<>]+/g, '***@***');
  const problem = said.trim().slice(0, 300);
  const ofThisMail = ['RCPT TO', 'DATA'].includes(command);
  const forGood = responseCode !== undefined && responseCode >= 500 && ofThisMail;
  return failed(forGood ? 'refused' : 'later', problem);
}

/** A mail to staff. */
export function mailOf({ key, title, items, language }: Message, to: string, complaint: DueNotice['complaint']): Mail {
  const words = noticeWords[language];
  const subject = items.length === 1 && complaint ? words.subject(complaint.number, title) : title;
  const text = items.map(({ title: head, lines, quote, link, paper }) =>
    [
      head,
      ...lines.map(([label, value]) => words.labelled(label, value)),
      ...(quote ? [quote] : []),
      ...(link ? [words.labelled(openIn(language, paper), link)] : []),
    ].join('\n'),
  );
  const html = items.map(({ title: head, lines, quote, link, paper }) =>
    [
      `<h3>${escape(head)}</h3>`,
      `<table>${lines.map(([label, value]) => `<tr><td>${escape(label)}</td><td>${escape(value)}</td></tr>`).join('')}</table>`,
      ...(quote ? [`<blockquote>${escape(quote)}</blockquote>`] : []),
      ...(link ? [`<p><a href="${escape(link)}">${escape(openIn(language, paper))}</a></p>`] : []),
    ].join('\n'),
  );
  return {
    to,
    key,
    ...(items.length === 1 && complaint ? { thread: complaint.id } : {}),
    subject,
    text: [...text, words.footer].join('\n\n'),
    html: page([...html, `<p><small>${escape(words.footer)}</small></p>`], language),
    language,
  };
}

/** A mail to the complainant; undefined where there is nothing to tell, or nowhere to. */
export function letterOf(notice: DueNotice, key: string): Mail | undefined {
  const { event, complaint, project } = notice;
  if (!event || !complaint) return undefined;
  const { email: to, language = 'zh' } = complaint.complainant;
  if (!to) return undefined;
  const letter = sayToComplainant(
    { event, complaint, project: project ?? complaint.project, move: moveOf(notice) },
    language,
  );
  if (!letter) return undefined;
  const { subject, paragraphs } = letter;
  return {
    to,
    key,
    thread: complaint.id,
    subject,
    text: paragraphs.join('\n\n'),
    html: page(
      paragraphs.map((one) => `<p>${escape(one).replaceAll('\n', '<br>')}</p>`),
      language,
    ),
    language,
  };
}

const page = (parts: string[], language: NoticeLanguage): string =>
  `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body>${parts.join('\n')}</body></html>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
