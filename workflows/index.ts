/** All workflows, for the bundle. */
export { complaint } from './complaint.js';
