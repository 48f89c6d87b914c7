// Starts what the tests share, once for all projects; the compiled project does the work.
import { startServices } from '../../dist/tests/support/services.js';

export default async function setUp() {
  globalThis.huiyinServices ??= startServices();
  const { environment } = await globalThis.huiyinServices;
  Object.assign(process.env, environment);
}
