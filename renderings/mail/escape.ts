const codes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it, line breaks included; nothing in it is markup. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => codes[letter] ?? '').replace(/\n/g, '<br>');
