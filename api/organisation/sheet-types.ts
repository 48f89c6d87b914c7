import type { SheetFormat } from '../../documents/sheets/read.js';

const types: Record<SheetFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const sheetTypes = Object.values(types);
export const typeOf = (format: SheetFormat): string => types[format];

/** The format of a media type; undefined for any other. */
export const formatOf = (contentType: string | undefined): SheetFormat | undefined =>
  (Object.keys(types) as SheetFormat[]).find(
    (format) => contentType?.split(';')[0]?.trim().toLowerCase() === types[format],
  );
