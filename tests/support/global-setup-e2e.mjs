// Finds or installs the browser; the tests start the whole system themselves.
import { findChromium } from '../../dist/tests/support/chromium.js';

export default async function setUp() {
  process.env.HUIYIN_TEST_CHROMIUM = await findChromium(process.env.CHROMIUM_PATH);
}
