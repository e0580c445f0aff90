import { readdirSync } from 'node:fs'
import { Client } from 'pg'
import { listChains, readChain } from '../audit/read-chain'
import { breakWords } from '../audit/chain-words'
import { verifyChain } from '../audit/verify-chain'
import type { Server } from './processes'
import type { Receipt } from './requests'
import { storyOf } from './told'

/** What was found afterwards; `problems` is empty, or something was lost, doubled or left behind. */
export type Proof = {
  readonly problems: readonly string[]
  readonly cases: number
  readonly files: number
  readonly orphansSwept: number
}

/** A sweep leaves alone what is younger than an hour. */
const HOURS_LATER = 3

/** A case without one of these is half a case. */
const PARTS_OF_A_CASE: Readonly<Record<string, string>> = {
  key: 'SELECT 1 FROM case_key p WHERE p.case_id = c.id',
  words: 'SELECT 1 FROM statement p WHERE p.case_id = c.id',
  payment: 'SELECT 1 FROM fee_line p WHERE p.case_id = c.id',
  party: 'SELECT 1 FROM case_party p WHERE p.case_id = c.id',
  consent: `SELECT 1 FROM consent p WHERE p.case_id = c.id`,
  clock: 'SELECT 1 FROM deadline p WHERE p.case_id = c.id',
  verdict: 'SELECT 1 FROM fee_assessment p WHERE p.case_id = c.id',
  event: 'SELECT 1 FROM audit_event p WHERE p.case_id = c.id',
  state: 'SELECT 1 FROM state_move p WHERE p.case_id = c.id',
}

/** Looks for every receipt that was shown and for everything that no receipt explains. */
export async function prove(
  receipts: ReadonlyMap<number, Receipt>,
  server: Server,
  ownerUrl: string,
  filesFolder: string,
): Promise<Proof> {
  const problems: string[] = []
  for (const [phone, receipt] of receipts) problems.push(...(await problemsOf(phone, receipt, server)))
  const before = objectsIn(filesFolder).length
  await server.ask({ ask: 'sweep', hoursFromNow: HOURS_LATER })
  const objects = objectsIn(filesFolder)
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string }>('SELECT number FROM cases')
    const shown = new Set([...receipts.values()].map(({ number }) => number))
    if (shown.size !== receipts.size) problems.push('two phones were shown the same number')
    for (const { number } of rows) if (!shown.has(number)) problems.push(`case ${number} is nobody's`)
    if (rows.length !== receipts.size) problems.push(`${rows.length} cases for ${receipts.size} receipts`)
    for (const [name, sql] of Object.entries(PARTS_OF_A_CASE)) {
      const { rows: halves } = await client.query<{ number: string }>(
        `SELECT number FROM cases c WHERE NOT EXISTS (${sql})`,
      )
      problems.push(...halves.map(({ number }) => `case ${number} has no ${name}`))
    }
    problems.push(...(await problemsOfFiles(client, objects)), ...(await problemsOfTrails(client)))
    return { problems, cases: rows.length, files: objects.length, orphansSwept: before - objects.length }
  } finally {
    await client.end()
  }
}

async function problemsOf(phone: number, { number, code }: Receipt, server: Server): Promise<string[]> {
  const found = await server.ask({ ask: 'come_back', phone, code })
  if (found === null) return [`the receipt ${number} of phone ${phone} opens no case`]
  const problems: string[] = []
  if (found.words.length !== 1 || found.words[0] !== storyOf(phone)) problems.push(`case ${number} has other words`)
  if (found.files.join() !== found.told.join())
    problems.push(`case ${number} has ${found.files.length} files that open as they were sent, of ${found.told.length}`)
  return problems
}

/** Rows and files after the sweep: each of one belongs to one of the other, and nothing is on its way for a report that was sent. */
async function problemsOfFiles(client: Client, objects: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(`SELECT storage_key || '/file' AS key FROM evidence`)
  const { rows: pending } = await client.query<{ key: string }>(
    `SELECT chunks_key AS key FROM upload UNION ALL SELECT storage_key FROM upload WHERE storage_key IS NOT NULL`,
  )
  const needed = new Set(rows.map(({ key }) => key))
  const there = new Set(objects)
  const isPending = (object: string) => pending.some(({ key }) => object.startsWith(`${key}/`))
  return [
    ...[...needed].filter((key) => !there.has(key)).map((key) => `the file ${key} of a case is not there`),
    ...objects.filter((object) => !needed.has(object) && !isPending(object)).map((object) => `${object} is nobody's`),
  ]
}

async function problemsOfTrails(client: Client): Promise<string[]> {
  const problems: string[] = []
  for (const { office, code } of await listChains(client)) {
    const { head, events } = await readChain(client, office)
    problems.push(...verifyChain(office, events, head).map((found) => `audit trail of ${code}: ${breakWords(found)}`))
  }
  return problems
}

/** Keys of the file store, without the corner that they lie in; also what is only half written. */
function objectsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [...entry.parentPath.split(/[\\/]/).slice(-2), entry.name].join('/'))
}
