export default async function tearDown() {
  const services = globalThis.huiyinServices;
  globalThis.huiyinServices = undefined;
  await (await services)?.stop();
}
