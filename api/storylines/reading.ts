/** Storylines as clients send them. */
import { DocumentError } from '../../documents/problem.js';
import { parseStoryline } from '../../documents/storylines.js';
import type { Storyline } from '../../domain/rehearsal/storyline.js';
import { invalid, Problem } from '../kernel/problem.js';

const longest = 500; // steps

/** Reads YAML, or JSON, which is YAML too. Throws a problem that names every line that is wrong. */
export function readStoryline(text: string, rulebooks: readonly string[]): Storyline {
  try {
    const storyline = parseStoryline(text, 'storyline', rulebooks);
    const steps = storyline.steps ?? [];
    if (steps.length > longest)
      throw invalid({ path: 'steps', message: `are more than ${longest}`, zh: `超过 ${longest} 步` });
    return { ...storyline, steps };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new Problem(400, 'invalid', { errors: error.problems });
  }
}

/** Plays on the core; what a storyline gives is not always what can be reckoned with. */
export async function played<T>(playing: Promise<T>): Promise<T> {
  try {
    return await playing;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw invalid({ path: '', message: 'cannot be played' });
    throw error;
  }
}
