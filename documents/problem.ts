/** Something wrong in a document, with the line to look at and what to do. */
export interface Problem {
  line: number;
  path: string;
  message: string;
}

/** A document that cannot be used. */
export class DocumentError extends Error {
  constructor(
    readonly source: string,
    readonly problems: Problem[],
  ) {
    super(
      problems.map(({ line, path, message }) => `${source}:${line}: ${path ? `${path}: ` : ''}${message}`).join('\n'),
    );
    this.name = 'DocumentError';
  }
}
