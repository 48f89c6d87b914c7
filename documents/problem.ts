/** What is wrong and what to do, in English and in Chinese. */
export interface Said {
  message: string;
  zh: string;
}

/** Something wrong in a document, with the line to look at. */
export interface Problem extends Said {
  line: number;
  path: string;
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
