const worker = globalThis as typeof globalThis & { saysoLeaves?: true };

/** A worker whose run was stopped must not stay behind for the sake of a server that it holds open. */
if (!worker.saysoLeaves) process.once('disconnect', () => process.exit(1));
worker.saysoLeaves = true;
