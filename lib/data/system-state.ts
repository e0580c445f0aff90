import 'server-only'
import { keyRing } from '@/lib/sealing/master-key'
import type { Scoped } from './within'

// How the installation stands, as numbers of the whole of it: for administrators, and for what watches the server (ADR 055).

type Observing = Scoped<'system.read' | 'system.observe'>

/** How the keys stand. Master keys are named by their short names, which say nothing of them. */
export type KeyState = {
  readonly currentId: string
  /** Keys that the current master key wraps. */
  readonly wrapped: number
  /** Keys that `npm run keys:rotate` would wrap anew, by the master key that wraps them. */
  readonly others: readonly { readonly masterKeyId: string; readonly keys: number; readonly isKnown: boolean }[]
  /** Whether a next master key is set and waits to become the current one. */
  readonly hasNext: boolean
  /** Layers of the blind indexes: those that are set, and those that every hash has by now. */
  readonly blindLayers: number
  readonly blindSettled: number
}

/** Numbers that only the owner's function may count. */
export type SystemState = {
  readonly keys: KeyState
  readonly staffSessions: number
  readonly deskMonthsWaiting: number
  readonly fileBytes: number
}

export async function readSystemState(on: Observing): Promise<SystemState> {
  const rows = await on.db.$queryRaw<{ what: string; detail: string; number: bigint }[]>`
    SELECT what, detail, number FROM app.system_state()`
  const one = (what: string) => Number(rows.find((row) => row.what === what)?.number ?? 0n)
  return {
    keys: keyState(rows.filter(({ what }) => what === 'key')),
    staffSessions: one('staff_sessions'),
    deskMonthsWaiting: one('desk_months_waiting'),
    fileBytes: one('file_bytes'),
  }
}

function keyState(rows: readonly { readonly detail: string; readonly number: bigint }[]): KeyState {
  const { current, known, former, blind } = keyRing()
  const isKnown = (id: string) => known.some((key) => key.id === id)
  const counted = rows.map(({ detail, number }) => ({ masterKeyId: detail, keys: Number(number) }))
  return {
    currentId: current.id,
    wrapped: counted.find(({ masterKeyId }) => masterKeyId === current.id)?.keys ?? 0,
    others: counted
      .filter(({ masterKeyId }) => masterKeyId !== current.id)
      .map((other) => ({ ...other, isKnown: isKnown(other.masterKeyId) })),
    hasNext: known.some(({ id }) => id !== current.id && !former.some((key) => key.id === id)),
    blindLayers: blind.layers.length,
    blindSettled: blind.settled,
  }
}

/** How the database server stands, as the application's role sees it. */
export type DatabaseState = {
  /** As `18.4`. */
  readonly version: string
  readonly bytes: number
  /** Connections of the application's role, and the most that the server takes. */
  readonly connections: number
  readonly mostConnections: number
}

export async function readDatabaseState(on: Observing): Promise<DatabaseState> {
  const [row] = await on.db.$queryRaw<{ version: string; bytes: bigint; connections: bigint; most: string }[]>`
    SELECT split_part(current_setting('server_version'), ' ', 1) AS version, pg_database_size(current_database()) AS bytes,
      (SELECT count(*) FROM pg_stat_activity WHERE usename = current_user) AS connections, current_setting('max_connections') AS most`
  return {
    version: row?.version ?? '',
    bytes: Number(row?.bytes ?? 0n),
    connections: Number(row?.connections ?? 0n),
    mostConnections: Number(row?.most ?? 0),
  }
}

/** The latest month ('YYYY-MM') that there is a rate of, of the currency that is furthest behind; a year counts to its end. Null without any. */
export async function findOldestLatestRate(on: Observing): Promise<{ currency: string; month: string } | null> {
  const [row] = await on.db.$queryRaw<{ currency: string; month: string }[]>`
    SELECT currency, max(CASE length(period) WHEN 4 THEN period || '-12' ELSE period END) AS month FROM exchange_rate GROUP BY currency ORDER BY 2, 1 LIMIT 1`
  return row ?? null
}

/** What this installation remembers under a name; null when nothing. */
export async function findInstallationValue(on: Observing, key: string): Promise<string | null> {
  const [row] = await on.db.$queryRaw<{ value: string }[]>`SELECT value FROM installation WHERE key = ${key}`
  return row?.value ?? null
}
