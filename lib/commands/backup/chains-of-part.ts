import type { AuditEvent, Cut, Head } from '../audit/event'
import { rowsOf, type Part } from './read-part'

type Chain = {
  readonly office: string
  readonly head: Head
  readonly cut: Cut | null
  readonly events: readonly AuditEvent[]
}

/** The audit chains of a backup, one office after the other; one chain is held at a time. */
export async function* chainsOf(cases: Part): AsyncGenerator<Chain> {
  const heads = new Map<string, Head>()
  for await (const row of rowsOf(cases, 'audit_head'))
    heads.set(row['office_id'] ?? '', { seq: Number(row['seq']), hash: hexOf(row['hash']) })
  const cuts = await cutsOf(cases)
  let [office, events]: [string, AuditEvent[]] = ['', []]
  const chain = (): Chain => {
    const head = heads.get(office) ?? { seq: 0, hash: '' }
    heads.delete(office)
    const cut = cuts.get(office) ?? null
    return { office, head, cut, events: cut === null ? events : events.filter(({ seq }) => seq > cut.seq) }
  }
  for await (const row of rowsOf(cases, 'audit_event')) {
    if (row['office_id'] !== office) {
      if (events.length > 0) yield chain()
      ;[office, events] = [row['office_id'] ?? '', []]
    }
    events.push(eventOf(row))
  }
  if (events.length > 0) yield chain()
  // Ends without a single event.
  for (const [left, head] of heads) yield { office: left, head, cut: cuts.get(left) ?? null, events: [] }
}

/** The last cut of each chain; a backup of before there were any has none. */
async function cutsOf(cases: Part): Promise<ReadonlyMap<string, Cut>> {
  const cuts = new Map<string, Cut>()
  if (!cases.manifest.tables.some(({ name }) => name === 'audit_cut')) return cuts
  for await (const row of rowsOf(cases, 'audit_cut')) {
    const cut = { seq: Number(row['seq']), hash: hexOf(row['hash']) }
    if (cut.seq > (cuts.get(row['office_id'] ?? '')?.seq ?? 0)) cuts.set(row['office_id'] ?? '', cut)
  }
  return cuts
}

function eventOf(row: Readonly<Record<string, string | null>>): AuditEvent {
  return {
    seq: Number(row['seq']),
    id: row['id'] ?? '',
    at: microsecondsOf(row['at'] ?? ''),
    actorKind: row['actor_kind'] ?? '',
    actorId: row['actor_id'] ?? null,
    action: row['action'] ?? '',
    caseId: row['case_id'] ?? null,
    detail: row['detail'] ?? '',
    prevHash: hexOf(row['prev_hash']),
    hash: hexOf(row['hash']),
  }
}

/** '2026-11-21 01:02:03.4+00' as microseconds since 1970. */
function microsecondsOf(text: string): string {
  const [, day = '', time = '', fraction = ''] = /^(\S+) ([\d:]+)(?:\.(\d+))?\+00$/.exec(text) ?? []
  return String(BigInt(Date.parse(`${day}T${time}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0')))
}

function hexOf(field: string | null | undefined): string {
  return (field ?? '').replace(/^\\x/, '')
}
