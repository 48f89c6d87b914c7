import createClient from 'openapi-fetch';
import type { paths } from '../generated/api.js';
import { learn } from './clock.js';
import { Problem, unreachable } from './problem.js';

/** The one client; answers that are no success are thrown as problems. */
export const client = createClient<paths>({ baseUrl: '', fetch: ask });

let onSignedOut: () => void = () => undefined;

/** Called whenever an answer says that the session is over. */
export function whenSignedOut(callback: () => void): void {
  onSignedOut = callback;
}

async function ask(request: Request): Promise<Response> {
  const sentAt = Date.now();
  request.headers.set('Accept-Language', document.documentElement.lang || 'zh-CN');
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  learn(response.headers.get('Date'), sentAt);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 401 && !new URL(request.url).pathname.endsWith('/api/session')) onSignedOut();
  throw problem;
}

async function problemOf(response: Response): Promise<Problem> {
  const after = Number(response.headers.get('Retry-After'));
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const gateway = response.status === 502 || response.status === 504;
  return new Problem(gateway ? 503 : response.status, body, Number.isFinite(after) && after > 0 ? after : undefined);
}

/** The data of an answer; one that is no success was thrown before. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** The items of an answer that is a list. */
export async function items<T>(answer: Promise<{ data?: { items: T[] } }>): Promise<T[]> {
  return (await data(answer)).items;
}
