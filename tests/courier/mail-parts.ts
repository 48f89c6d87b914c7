/** What came over the wire, as it is read. */

export interface ParsedMail {
  headers: Record<string, string>;
  text: string;
}

/** Headers unfolded and decoded; the body as it is. */
export function parseMail(mail: string): ParsedMail {
  const [head = '', ...body] = mail.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    decode(line.slice(line.indexOf(':') + 2)),
  ]);
  const text = body
    .join('\n\n')
    .replace(/([A-Za-z0-9+/]{4,}={0,2}\r?\n?)+(?=\r?\n|$)/g, (part) => Buffer.from(part, 'base64').toString());
  return { headers: Object.fromEntries(headers), text };
}

const decode = (value: string) =>
  value.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s?/gi, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString()
      : decodeURIComponent(text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, '%$1')),
  );
