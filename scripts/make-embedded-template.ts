/** Part of a build: an empty, migrated database, so that a first start copies it instead of making one (0.9 s for 4.4 s). */
import { writeFile } from 'node:fs/promises';
import { createPGlite, EMBEDDED_TEMPLATE } from '@/lib/db/database';
import { migrateEmbedded } from '@/lib/db/migrate';

const engine = await createPGlite();
await migrateEmbedded(engine);
// Nothing connects to the cluster's two other databases, which are two thirds of its files.
await engine.exec('UPDATE pg_database SET datistemplate = false WHERE datname <> current_database()');
for (const name of ['template0', 'template1']) await engine.exec(`DROP DATABASE ${name}`);
const template = await engine.dumpDataDir('none');
await writeFile(EMBEDDED_TEMPLATE, Buffer.from(await template.arrayBuffer()));
await engine.close();
