import 'server-only'
import type { Scoped } from './within'

/** An office that can open cases or be given one; in another country than Japan that is a transfer. */
export type RecipientOffice = { readonly name: string; readonly kind: string; readonly country: string }

/** The offices of this installation, with their countries. */
export function listRecipientOffices(on: Scoped<'processing.read'>): Promise<RecipientOffice[]> {
  return on.db.office.findMany({ select: { name: true, kind: true, country: true }, orderBy: { name: 'asc' } })
}
