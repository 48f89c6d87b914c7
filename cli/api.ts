import { createServer } from 'node:http';
import { serviceCommand } from './process/service.js';

/** Runs the API and the web pages. */
export const command = serviceCommand(async ({ host, port }) => {
  const server = createServer((_request, response) => response.end('{"status":"ok"}'));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
});
