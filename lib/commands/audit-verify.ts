import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readAnchors, type AnchorLine } from '@/lib/storage/anchor-files'
import { parseChain } from './audit/chain-file'
import { breakWords } from './audit/chain-words'
import type { AuditEvent, Cut, Head } from './audit/event'
import { listChains, readChain } from './audit/read-chain'
import { verifyChain } from './audit/verify-chain'
import { readDatabase } from './database/read-database'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused } from './preparation'
import type { StopList } from './stop-signals'

// `npm run audit:verify -- file… | --database [--anchors directory]`: checks audit chains without trusting the database, and says where
// they do not fit. Ends with 1 when one does not. A file needs no database and no settings.

const USAGE =
  'Name the files of audit:export, or --database: npm run audit:verify -- [file …] [--database] [--anchors directory]'

type Found = {
  readonly name: string
  readonly office: string
  readonly head: Head
  readonly cut: Cut | null
  readonly events: readonly AuditEvent[]
}

async function run(stops: StopList): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { database: { type: 'boolean', default: false }, anchors: { type: 'string' } },
  })
  if (positionals.length === 0 && !values.database) throw new CommandRefused(USAGE)
  const at = (file: string) => path.resolve(process.env['INIT_CWD'] ?? '.', file)
  const directory = values.anchors ?? process.env['AUDIT_ANCHOR_DIRECTORY']
  const anchors = directory === undefined || directory === '' ? null : await readAnchors(at(directory))
  let isWhole = true
  for (const file of positionals) {
    const chain = parseChain(await readFile(at(file), 'utf8'))
    isWhole = told({ name: path.basename(file), ...chain }, anchors) && isWhole
  }
  if (!values.database) return isWhole
  await readDatabase(stops, async (client) => {
    const chains = await listChains(client)
    for (const { office, code } of chains)
      isWhole = told({ name: code, office, ...(await readChain(client, office)) }, anchors) && isWhole
    // A chain that is gone altogether leaves nothing that could not fit.
    const known = new Set(chains.map(({ office }) => office))
    for (const office of new Set(anchors?.map((anchor) => anchor.office).filter((id) => !known.has(id)))) {
      write(`✗ ${office}: the whole chain is gone, and was there when it was written down outside`)
      isWhole = false
    }
  })
  return isWhole
}

/** Says how a chain is; false when it does not fit. */
function told({ name, office, head, cut, events }: Found, anchors: readonly AnchorLine[] | null): boolean {
  const own = (anchors ?? [])
    .filter((anchor) => anchor.office === office)
    .map((anchor) => ({ ...anchor, from: anchor.at }))
  const breaks = verifyChain(office, events, head, own, cut)
  const compared = anchors === null ? 'compared with no anchors' : `compared with ${own.length} anchors`
  if (breaks.length === 0)
    write(
      `✓ ${name} (${office}): ${events.length} events fit${cut === null ? '' : `, those up to ${cut.seq} went after their time`}, ${compared}`,
    )
  for (const found of breaks) write(`✗ ${name} (${office}): ${breakWords(found)}`)
  return breaks.length === 0
}

await runCommand(run)
