// Starts the emulated GitHub API, and prints its address. Apart, because `emulate` is an ES module and the tests are not.
import { createEmulator } from 'emulate';

const emulator = await createEmulator({ service: 'github', port: 0, seed: JSON.parse(process.argv[2]) });
process.stdout.write(`${emulator.url}\n`);
process.stdin.resume().on('end', () => process.exit());
