/** What clients hear when something is not possible: RFC 9457. */
import type { Refusal } from '../../domain/complaint/refusal.js';
import type { Language } from './language.js';
import { detailOf, titleOf } from './texts.js';

export interface FieldError {
  path: string;
  /** In English. */
  message: string;
  /** In Chinese, where the pages do not know it by its English. */
  zh?: string;
  /** In a document. */
  line?: number;
}

interface More {
  /** In English; without one the code's own sentence. */
  detail?: string;
  params?: Record<string, string | number>;
  clauses?: string[];
  errors?: FieldError[];
  /** Seconds. */
  retryAfter?: number;
  allow?: string;
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly more: More = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'Problem';
  }

  /** The body, without anything of the machine. */
  body(language: Language): Record<string, unknown> {
    const { detail, params = {}, clauses, errors } = this.more;
    return {
      type: `urn:huiyin:problem:${this.code}`,
      title: titleOf(this.code, language),
      status: this.status,
      code: this.code,
      detail: detailOf(this.code, language, params) ?? detail ?? titleOf(this.code, language),
      ...(clauses ? { clauses } : {}),
      ...(Object.keys(params).length > 0 ? { params } : {}),
      ...(errors
        ? { errors: errors.map(({ zh, message, ...more }) => ({ ...more, message: said(language, message, zh) })) }
        : {}),
    };
  }
}

const said = (language: Language, message: string, zh: string | undefined): string =>
  language === 'zh' ? (zh ?? message) : message;

export const invalid = (...errors: FieldError[]): Problem => new Problem(400, 'invalid', { errors });
export const notFound = (): Problem => new Problem(404, 'not-found');
export const forbidden = (): Problem => new Problem(403, 'forbidden');
export const engineUnavailable = (): Problem => new Problem(503, 'engine-unavailable', { retryAfter: 5 });
export const keysUnavailable = (): Problem => new Problem(503, 'keys-unavailable', { retryAfter: 5 });
export const databaseUnavailable = (): Problem => new Problem(503, 'database-unavailable', { retryAfter: 5 });

const statusOf: Record<string, number> = { forbidden: 403, stale: 412, invalid: 400 };

/** A refusal of the core as clients hear it. */
export function problemOf(refusal: Omit<Refusal, 'refused'> & { refused: string }): Problem {
  const { refused, clauses, detail, params } = refusal;
  const errors = refused === 'invalid' ? [{ path: String(params.path ?? ''), message: detail }] : undefined;
  return new Problem(statusOf[refused] ?? 409, refused, { detail, params, clauses, ...(errors ? { errors } : {}) });
}
