import { defineConfig } from 'prisma/config'

// The CLI fetches a native schema engine from a host of its own before every command, even those that
// never call it. An office behind a closed network cannot, and our migrations run on the engine's
// WebAssembly build (lib/commands/database/schema-engine.ts). Naming any executable stops the download;
// this file is read before the engine is looked for.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
