/** What a file is by its content, whatever it calls itself; images are made anew, so that nothing rides in them. */
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

export interface Content {
  mediaType: string;
  extension: string;
  bytes: Uint8Array;
}

/** Media types that are taken; images, and what is told of them beside the picture, are not kept as they came. */
const images = ['image/jpeg', 'image/png', 'image/webp'];
const others = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/wav',
  'audio/amr',
  'audio/ogg',
  'video/mp4',
  'video/quicktime',
];
// a picture of a few kilobytes may claim to be as wide as a street
const mostPixels = 50_000_000;

/** Undefined: it is of no kind that is taken. */
export async function contentOf(bytes: Uint8Array): Promise<Content | undefined> {
  // letters of two bytes each: by its first two a sound, to a browser a page
  if (/^(fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex'))) return undefined;
  const type = await fileTypeFromBuffer(bytes);
  if (type && images.includes(type.mime)) return image(bytes, type.mime);
  if (type) return others.includes(type.mime) ? { mediaType: type.mime, extension: type.ext, bytes } : undefined;
  return isPlainText(bytes) ? { mediaType: 'text/plain', extension: 'txt', bytes } : undefined;
}

async function image(bytes: Uint8Array, mime: string): Promise<Content | undefined> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).rotate();
    const keep = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;
    const format = keep[mime as keyof typeof keep];
    const made = await picture.toFormat(format, format === 'png' ? {} : { quality: 88 }).toBuffer();
    return { mediaType: mime, extension: format === 'jpeg' ? 'jpg' : format, bytes: made };
  } catch {
    return undefined;
  }
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // a page or a picture in letters is no plain text
    return text.length > 0 && !text.includes('\0') && !/^\s*</.test(text);
  } catch {
    return false;
  }
}

/** A name that shows what it is and harms nobody who saves it. */
export function safeName(given: string, extension: string): string {
  const plain = given
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  const stem = plain.replace(/\.[^.]{1,10}$/, '').trim() || 'file';
  return `${[...stem].slice(0, 100).join('')}.${extension}`;
}
