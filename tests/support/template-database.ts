import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '@/lib/commands/database/prepare'
import { startThrowAwayServer } from '@/lib/commands/database/throw-away'

/** What every worker of the integration tests is told. */
export type DatabaseServer = {
  readonly superuserUrl: string
  /** Connection string of the owner, for the template; a clone differs in its path only. */
  readonly templateOwnerUrl: string
  readonly template: string
  readonly encryptionKey: string
  readonly authSecret: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: DatabaseServer
  }
}

const TEMPLATE = 'fair_passage_template'

/** One for all projects of a run; each loads this module for itself. */
declare global {
  var fairPassageTemplate:
    | { readonly server: Promise<DatabaseServer & { stop: () => Promise<void> }>; users: number }
    | undefined
}

/** Starts one throw-away server for the run and brings one database on it up to this version, reference data included, which every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (globalThis.fairPassageTemplate ??= { server: startServer(), users: 0 })
  shared.users += 1
  const { stop, ...server } = await shared.server
  project.provide('databaseServer', server)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    globalThis.fairPassageTemplate = undefined
    await stop()
  }
}

async function startServer(): Promise<DatabaseServer & { stop: () => Promise<void> }> {
  const server = await startThrowAwayServer()
  const templateOwnerUrl = await server.createDatabase(TEMPLATE)
  await prepareDatabase(templateOwnerUrl)
  return {
    superuserUrl: server.superuserUrl,
    templateOwnerUrl,
    template: TEMPLATE,
    encryptionKey: randomBytes(32).toString('base64'),
    authSecret: randomBytes(32).toString('base64'),
    stop: server.stop,
  }
}
