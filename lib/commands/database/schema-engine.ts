import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/** The official engine, as far as its log callback lets us see. */
export type SchemaEngine = bindings.SchemaEngine

let loaded: Promise<void> | undefined

/**
 * Loads the WebAssembly build of Prisma's schema engine. The package is made for bundlers (it imports a
 * `.wasm` file), so the module is put together by hand, once per process.
 */
function loadBindings(): Promise<void> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url)
    const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = await readFile(entry.replace(/\.js$/, '.wasm'))
    // The types of the bindings describe a module; WebAssembly asks for a plain record of the same functions.
    const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
    const { instance } = await WebAssembly.instantiate(bytes, imports)
    bindings.__wbg_set_wasm(instance.exports)
    const start = instance.exports['__wbindgen_start']
    if (typeof start !== 'function') throw new Error('the schema engine has no start function')
    start()
  })()
  return loaded
}

/**
 * Opens the schema engine on a database. `connectionString` may name a server that is not there as long
 * as only schemas are compared.
 */
export async function openSchemaEngine(connectionString: string, schemaText: string): Promise<SchemaEngine> {
  await loadBindings()
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schemaText]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString })),
  )
}
