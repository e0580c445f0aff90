import 'server-only'
import type { Scoped } from './within'

/** The end of the audit chain of an office: its last number and hash (hexadecimal). */
export type AuditHead = { readonly office: string; readonly seq: number; readonly hash: string }

/** The end of every chain that has an event. */
export async function listAuditHeads(on: Scoped<'system.sweep'>): Promise<AuditHead[]> {
  const rows = await on.db.$queryRaw<
    { office: string; seq: bigint; hash: string }[]
  >`SELECT office_id::text AS office, seq, hash FROM app.audit_heads()`
  return rows.map(({ office, seq, hash }) => ({ office, seq: Number(seq), hash }))
}
