#!/usr/bin/env node
// Sets the project up where needed (packages, build) and runs a command. Needs nothing but Node itself.
// All it says goes to stderr: stdout belongs to the command.
const wanted = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  process.stderr.write(
    `Huiyin needs Node.js ${wanted.join('.')} or newer; this is ${process.versions.node}. Install a newer one and try again.\n`,
  );
  process.exit(1);
}

process.setSourceMapsEnabled(true);
const { setUp } = await import('./setup/set-up.mjs');

try {
  await setUp(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.plain ? error.message : (error.stack ?? error)}\n`);
  process.exit(1);
}

const { main } = await import('../dist/cli/main.js');
await main(process.argv.slice(2));
