import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { eventLine, headLine } from './audit/chain-file'
import { listChains, readChain } from './audit/read-chain'
import { readDatabase } from './database/read-database'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused } from './preparation'
import type { StopList } from './stop-signals'

// `npm run audit:export -- --office code [--out file]`: the audit chain of an office as a file that `audit:verify` checks anywhere.
// Codes and ids, no words of anybody; ids of staff are in it.

async function run(stops: StopList): Promise<void> {
  const { values } = parseArgs({ options: { office: { type: 'string' }, out: { type: 'string' } } })
  await readDatabase(stops, async (client) => {
    const chains = await listChains(client)
    const chain = chains.find(({ code, office }) => code === values.office || office === values.office)
    if (chain === undefined)
      throw new CommandRefused(
        `Name the office: npm run audit:export -- --office ${chains.map(({ code }) => code).join('|')}`,
      )
    const { head, cut, events } = await readChain(client, chain.office)
    const file = path.resolve(process.env['INIT_CWD'] ?? '.', values.out ?? `audit-${chain.code}.ndjson`)
    await pipeline(lines(), createWriteStream(file, { mode: 0o600 }))
    write(`${events.length} events: ${file}`)
    function* lines() {
      yield headLine(chain?.office ?? '', head, cut)
      for (const event of events) yield eventLine(event)
    }
  })
}

await runCommand(run)
