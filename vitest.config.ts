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
        test: { name: 'unit', testTimeout: 20_000, include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node' },
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
