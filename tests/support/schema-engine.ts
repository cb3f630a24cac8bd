import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

/** What wasm-bindgen generates beyond its type declarations. */
type Bindings = typeof engineModule & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

const SCHEMA = 'prisma/schema.prisma';
const filters = { externalTables: [], externalEnums: [] };

let loaded: Promise<Bindings> | undefined;

/** Prisma's own schema engine, once a process: its bindings belong to one instance. Instantiated by hand: importing the package needs a flag on Node 20. */
async function loadEngine(): Promise<Bindings> {
  const bindings = engineModule as Bindings;
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const code = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return bindings;
}

/** The catalogue's columns of PostgreSQL's one-byte type "char", which the drivers' adapters do not know. */
const CHARS = ['confdeltype', 'confupdtype', 'constraint_type'];

/** Has PostgreSQL send those columns as text, and hands them to the engine as the characters that it expects. */
function readingChars(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  const wrap = (adapter: SqlDriverAdapter): SqlDriverAdapter =>
    new Proxy(adapter, {
      get(target, property) {
        if (property !== 'queryRaw') {
          const member: unknown = Reflect.get(target, property);
          return typeof member === 'function' ? member.bind(target) : member;
        }
        return async (query: Parameters<SqlDriverAdapter['queryRaw']>[0]) => {
          const sql = query.sql
            .replace(/\bcon\.(confdeltype|confupdtype),/g, 'con.$1::text,')
            .replace('constr.contype AS', 'constr.contype::text AS');
          const result = await target.queryRaw({ ...query, sql });
          const columnTypes = result.columnTypes.map((type, index) =>
            CHARS.includes(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
          );
          return { ...result, columnTypes };
        };
      },
    });
  return {
    ...factory,
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => wrap(await factory.connect()),
    connectToShadowDb: async () => wrap(await factory.connectToShadowDb()),
  };
}

/** The SQL that would turn the database behind `factory` into what prisma/schema.prisma says. */
export async function diffFromSchema(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const content = await readFile(SCHEMA, 'utf8');
  const files = [{ path: SCHEMA, content }];
  const engine = await SchemaEngine.new(
    { datamodels: [[SCHEMA, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(readingChars(factory)),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout ?? '';
}
