/** What stands in for fast-check while mutants are tested: fewer cases, and the same ones every time. */
import fc, { type IAsyncProperty, type IProperty, type Parameters } from 'fast-check';

const most = 25;

function assert<T>(property: IProperty<T> | IAsyncProperty<T>, { numRuns = most, ...more }: Parameters<T> = {}) {
  return fc.assert(property as IProperty<T>, {
    ...more,
    numRuns: Math.min(numRuns, most),
    seed: 1,
    endOnFailure: true,
  });
}

export default { ...fc, assert };
