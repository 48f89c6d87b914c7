/** Asks again and again until there is an answer; throws after so many milliseconds. */
export async function eventually<T>(ask: () => Promise<T | undefined>, within = 20_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`nothing came of it within ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
