import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The lines of each page, top to bottom, as a reader of PDF finds them. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: string[][]; text: string; title: string }> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[][] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(linesOf(items as unknown as Item[]));
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string } };
  await task.destroy();
  return { pages, text: pages.flat().join('\n'), title: info.Title ?? '' };
}

interface Item {
  str: string;
  transform: number[];
}

function linesOf(items: Item[]): string[] {
  const lines = new Map<number, Item[]>();
  for (const item of items) {
    const y = Math.round(item.transform[5] ?? 0);
    const key = [y, y - 1, y + 1].find((one) => lines.has(one)) ?? y;
    lines.set(key, [...(lines.get(key) ?? []), item]);
  }
  const x = ({ transform }: Item) => transform[4] ?? 0;
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) =>
      line
        .sort((a, b) => x(a) - x(b))
        .map(({ str }) => str)
        .join(''),
    )
    .filter((line) => line.trim() !== '');
}

/** Text without the blanks that setting it has brought. */
export const dense = (text: string): string => text.replace(/\s+/g, '');
