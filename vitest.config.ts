import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

// The marker package throws outside a server bundle; its empty half is what a server gets.
const alias = { '@': root, 'server-only': path.join(root, 'node_modules', 'server-only', 'empty.js') }

/** Files take turns in two processes, each with a database of its own. */
const integration = {
  environment: 'node',
  globalSetup: ['tests/support/template-database.ts'],
  setupFiles: ['tests/support/database.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
}
const INTEGRATION_FILES = globSync('tests/integration/**/*.test.ts', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)
/**
 * Those share the modules of their process, as pages share those of a server: loading them for each took half of the time, and
 * tests/support/database.ts makes all as new. A file that puts a stand-in for a module, changes the environment or leaves something
 * running (which it says by `@alone`) has a process to itself; those come first, by the name of their project, the longest among them.
 */
const NEEDS_A_PROCESS = /\bvi\.(?:mock|resetModules|stubEnv)\(|\/with-keys'|process\.env\[[^\]]+\] = |@alone\b/
const alone = INTEGRATION_FILES.filter((file) => NEEDS_A_PROCESS.test(readFileSync(path.join(root, file), 'utf8')))

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: ['**/*.alone.test.ts'],
          environment: 'node',
          // Pure rules share one copy of the modules: loading them for each file took half of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        // What puts a stand-in for a module or changes the environment of its process has both to itself.
        test: {
          name: 'unit-alone',
          testTimeout: 20_000,
          include: ['tests/unit/**/*.alone.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: 'integration-shared',
          include: INTEGRATION_FILES.filter((file) => !alone.includes(file)),
          isolate: false,
          env: { SHARES_MODULES: 'yes' },
        },
      },
      { extends: true, test: { ...integration, name: 'integration-alone', include: alone } },
    ],
  },
})
