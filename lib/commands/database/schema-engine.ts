import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Pool } from 'pg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

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
    const functions = { ...bindings } as unknown as WebAssembly.ModuleImports
    for (const [name, original] of Object.entries(functions)) {
      if (name.startsWith('__wbg_setTimeout') && typeof original === 'function')
        functions[name] = unreferenced(original)
    }
    const imports = { './schema_engine_bg.js': functions }
    const { instance } = await WebAssembly.instantiate(bytes, imports)
    bindings.__wbg_set_wasm(instance.exports)
    const start = instance.exports['__wbindgen_start']
    if (typeof start !== 'function') throw new Error('the schema engine has no start function')
    start()
  })()
  return loaded
}

/** The engine's wait for its lock leaves a ten-second timer that nothing clears: it must not hold a finished command. */
function unreferenced(setTimer: CallableFunction): (...args: unknown[]) => unknown {
  return (...args) => {
    const timer: unknown = setTimer(...args)
    if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
      timer.unref()
    return timer
  }
}

/**
 * A function may be given a setting of pg_trgm by somebody who is no superuser only where the library is loaded, which its first use in
 * a session does. A migration that begins where an earlier one installed it has not used it yet.
 */
const KNOW_TRIGRAMS = `DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN PERFORM similarity('a', 'a'); END IF;
END $$`

/**
 * The adapter cuts a script at every semicolon, also inside function bodies and comments. PostgreSQL reads a
 * whole script by itself, and in one implicit transaction: a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  readonly #pool: Pool

  constructor(pool: Pool) {
    super(pool)
    this.#pool = pool
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      const client = await this.#pool.connect()
      try {
        await client.query(KNOW_TRIGRAMS)
        await client.query(script)
      } finally {
        client.release()
      }
    }
    return adapter
  }
}

/**
 * Gives `work` a schema engine that is connected to a database. `schemaText` is the Prisma schema the engine
 * reads the dialect from.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  schemaText: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadBindings()
  const pool = new Pool({ connectionString, max: 2 })
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [['schema.prisma', schemaText]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
    )
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    await pool.end()
  }
}
