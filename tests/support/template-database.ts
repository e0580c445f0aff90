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

/** Starts one throw-away server for the run and brings one database on it up to this version, reference data included, which every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer()
  const templateOwnerUrl = await server.createDatabase(TEMPLATE)
  await prepareDatabase(templateOwnerUrl)
  project.provide('databaseServer', {
    superuserUrl: server.superuserUrl,
    templateOwnerUrl,
    template: TEMPLATE,
    encryptionKey: randomBytes(32).toString('base64'),
    authSecret: randomBytes(32).toString('base64'),
  })
  return server.stop
}
