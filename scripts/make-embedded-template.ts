/** Part of a build: an empty, migrated database, so that a first start copies it instead of making one (0.8 s for 4.4 s). */
import { rename, rm } from 'node:fs/promises';
import { createPGlite, EMBEDDED_TEMPLATE } from '@/lib/db/embedded-folder';
import { migrateEmbedded } from '@/lib/db/migrate';

const making = `${EMBEDDED_TEMPLATE}.making`;
for (const folder of [making, EMBEDDED_TEMPLATE]) await rm(folder, { recursive: true, force: true });
const engine = await createPGlite(making);
await migrateEmbedded(engine);
// Nothing connects to the cluster's two other databases, which are two thirds of its files.
await engine.exec('UPDATE pg_database SET datistemplate = false WHERE datname <> current_database()');
for (const name of ['template0', 'template1']) await engine.exec(`DROP DATABASE ${name}`);
await engine.close();
await rename(making, EMBEDDED_TEMPLATE);
