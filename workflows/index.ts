/** All workflows, for the bundle. */
export { backtest } from './backtest.js';
export { batch } from './batch.js';
export { complaint } from './complaint.js';
export { duty, dutyRound, paper } from './duty.js';
