/** A worker whose run was stopped must not stay behind for the sake of a server that it holds open. */
process.once('disconnect', () => process.exit(1));
