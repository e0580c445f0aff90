import { parseArgs } from 'node:util'
import { PLANNED_DAYS } from '@/lib/domain/retention/plan'
import { readDatabase } from './database/read-database'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused } from './preparation'
import type { StopList } from './stop-signals'

// `npm run retention -- --dry-run [--days n]`: what is past its time and what will be, by day, kind and office, as the page Settings >
// What is kept how long counts it. Nothing of a person, and nothing is changed: the job of the server takes things away, once an
// administrator confirmed it.

const USAGE = 'It only counts: npm run retention -- --dry-run [--days n]'
const DAY_MS = 86_400_000

async function run(stops: StopList): Promise<void> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      days: { type: 'string', default: String(PLANNED_DAYS) },
    },
  })
  const days = Number(values.days)
  if (!values['dry-run'] || !Number.isInteger(days) || days < 0) throw new CommandRefused(USAGE)
  await readDatabase(stops, async (client) => {
    await client.query('BEGIN READ ONLY')
    await client.query(`SELECT set_config('app.actor_kind', 'system', true)`)
    const { rows } = await client.query<{ due: string; kind: string; office: string; items: number }>(
      `SELECT p.due_on::text AS due, p.kind, o.code AS office, p.items FROM app.retention_plan($1) p JOIN office o ON o.id = p.office_id ORDER BY 1, 2, 3`,
      [new Date(Date.now() + days * DAY_MS)],
    )
    for (const { due, kind, office, items } of rows) write(`${due}  ${kind}  ${office}  ${items}`)
    if (rows.length === 0) write(`Nothing is past its time, nor will be in ${days} days.`)
  })
}

await runCommand(run)
