import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

// The marker package throws outside a server bundle; its empty half is what a server gets.
const alias = { '@': root, 'server-only': path.join(root, 'node_modules', 'server-only', 'empty.js') }

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
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/template-database.ts'],
          setupFiles: ['tests/support/database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
