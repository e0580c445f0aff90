import { z } from 'zod'

/** Where a page of notices goes on; structurally what lib/data/own-notices.ts asks for. */
export type NoticePlace = { readonly isUnread: boolean; readonly at: Date; readonly id: string }

const placeSchema = z.tuple([z.enum(['unread', 'read']), z.iso.datetime(), z.uuid()])

/** As it stands in an address. */
export function writePlace({ isUnread, at, id }: NoticePlace): string {
  return `${isUnread ? 'unread' : 'read'}_${at.toISOString()}_${id}`
}

/** From an address; null for anything that no page of ours wrote. */
export function readPlace(text: string | readonly string[] | undefined): NoticePlace | null {
  const parsed = typeof text === 'string' ? placeSchema.safeParse(text.split('_')) : null
  if (!parsed?.success) return null
  const [kind, at, id] = parsed.data
  return { isUnread: kind === 'unread', at: new Date(at), id }
}
