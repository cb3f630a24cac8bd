/** Loaded into a server that is measured: SIGUSR2 collects its garbage and says on standard output what memory is left in use. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`in use: ${heapUsed + external} bytes`);
});
