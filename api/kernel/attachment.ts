/**
 * Content-Disposition of a file to be saved (RFC 6266): its name in UTF-8, and one in ASCII for programs that know no
 * other. Whatever the name holds, it ends no header and names no folder.
 */
export function attachment(name: string): string {
  const safe = name.replace(/[\p{Cc}/\\]/gu, ' ').trim();
  const ascii = safe.replace(/[^\w.() -]+/g, '_');
  const utf8 = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
