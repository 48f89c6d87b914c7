/** What the global set-up has left in the environment for every test file. */
export function shared(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is missing: run the tests with 'npm test', which starts what they need`);
}
