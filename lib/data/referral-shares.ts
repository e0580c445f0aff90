import 'server-only'
import type { Pack } from '@/lib/domain/referral/pack/pack'
import { newId } from '@/lib/platform/ids'
import { fileSealFrom } from '@/lib/sealing/file-seal'
import { newShareSeal, shareSealFrom, type ShareSeal } from '@/lib/sealing/share-seal'
import { openWhole } from './stored-bytes'
import type { Scoped } from './within'

const CONTENT = 'referral_share.sealed_content'
const OUTCOME = 'referral_share.sealed_outcome'

/** A file of the case that is shared: where its sealed bytes lie and what opens them. */
export type SharedFile = {
  readonly id: string
  readonly kind: string
  readonly format: string
  readonly name: string
  readonly storageKey: string
  readonly keyText: string
  readonly sha256: string
}

/** What the other office opens: the pack, the same drawn as PDF by language, and the files that were agreed to. */
export type ShareContent = {
  readonly pack: Pack
  readonly pdfs: Readonly<Record<string, string>>
  readonly files: readonly SharedFile[]
}

/** Gives another office a share of a referral, under a key of its own. */
export async function insertShare(
  on: Scoped<'case.change_state'>,
  share: {
    caseId: string
    referralId: string
    toOfficeId: string
    purpose: string
    content: ShareContent
    createdAt: Date
  },
): Promise<string> {
  const { content, ...rest } = share
  const id = newId()
  const { shareSeal, wrapped } = newShareSeal(id)
  await on.db.referralShare.createMany({
    data: [
      {
        ...rest,
        ...wrapped,
        id,
        fromOfficeId: on.grant.actor.officeId,
        sealedContent: shareSeal.seal(CONTENT, JSON.stringify(content)),
      },
    ],
  })
  return id
}

/** A share as both offices see it. */
export type Share = {
  readonly id: string
  readonly fromOfficeId: string
  readonly toOfficeId: string
  readonly purpose: string
  readonly createdAt: Date
  readonly openedAt: Date | null
  readonly decision: string | null
  readonly outcomeCode: string | null
  readonly outcome: string | null
  readonly outcomeLanguage: string | null
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
  readonly version: number
}

type ShareRow = Omit<Share, 'outcome'> & { readonly wrappedKey: Uint8Array; readonly sealedOutcome: Uint8Array | null }

function shareOf({ wrappedKey, sealedOutcome, ...row }: ShareRow): Share {
  const outcome = sealedOutcome && shareSealFrom(row.id, wrappedKey).unseal(OUTCOME, sealedOutcome)
  return { ...row, outcome }
}

const COLUMNS = {
  id: true,
  fromOfficeId: true,
  toOfficeId: true,
  purpose: true,
  createdAt: true,
  openedAt: true,
  decision: true,
  outcomeCode: true,
  sealedOutcome: true,
  outcomeLanguage: true,
  answeredAt: true,
  closedAt: true,
  version: true,
  wrappedKey: true,
} as const

/** The share of a referral of one's own case; null for a referral to a body outside. */
export async function findShareOf(on: Scoped<'case.change_state'>, referralId: string): Promise<Share | null> {
  const row = await on.db.referralShare.findUnique({ where: { referralId }, select: COLUMNS })
  return row && shareOf(row)
}

/** A share that this office was given and that is open, with what is in it; null otherwise. */
export async function openShare(
  on: Scoped<'share.read' | 'share.answer'>,
  id: string,
): Promise<{ share: Share; content: ShareContent; shareSeal: ShareSeal } | null> {
  const row = await on.db.referralShare.findFirst({
    where: { id, toOfficeId: on.grant.actor.officeId, closedAt: null },
    select: { ...COLUMNS, sealedContent: true },
  })
  if (!row?.sealedContent) return null
  const shareSeal = shareSealFrom(id, row.wrappedKey)
  const { sealedContent, ...rest } = row
  return {
    share: shareOf(rest),
    shareSeal,
    content: JSON.parse(shareSeal.unseal(CONTENT, sealedContent)) as ShareContent,
  }
}

/** Opens the bytes of a shared file; null when the store has not what was kept. */
export function openSharedBytes(file: SharedFile, sealed: Uint8Array): Buffer | null {
  return openWhole({ fileSeal: fileSealFrom(file.id, file.keyText), sha256: file.sha256 }, sealed)
}

/** What an office was given, the latest first; also what is closed, without what was in it. */
export type ReceivedShare = {
  readonly id: string
  readonly from: string
  readonly purpose: string
  readonly createdAt: Date
  readonly openedAt: Date | null
  readonly decision: string | null
  readonly outcomeCode: string | null
  readonly answeredAt: Date | null
  readonly isOpen: boolean
}

export function listReceivedShares(on: Scoped<'share.read'>): Promise<ReceivedShare[]> {
  return on.db.$queryRaw<
    ReceivedShare[]
  >`SELECT id, from_office AS "from", purpose, created_at AS "createdAt", opened_at AS "openedAt",
    decision, outcome_code AS "outcomeCode", answered_at AS "answeredAt", is_open AS "isOpen" FROM app.shares_received()`
}

/** What an office gave to others, with the number of the case. */
export async function listGivenShares(on: Scoped<'share.read'>) {
  const rows = await on.db.referralShare.findMany({
    where: { fromOfficeId: on.grant.actor.officeId },
    select: { ...COLUMNS, referralId: true, case: { select: { number: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(({ wrappedKey: _key, sealedOutcome: _words, case: from, ...row }) => ({
    ...row,
    number: from.number,
  }))
}

/** What the other office writes on its share; words are sealed under the key of the share. False: it changed or closed meanwhile. */
export async function updateShare(
  on: Scoped<'share.read' | 'share.answer'>,
  { id, version }: { readonly id: string; readonly version: number },
  change: {
    openedAt?: Date
    decision?: 'accepted' | 'declined'
    decidedAt?: Date
    outcomeCode?: string
    outcome?: { sealed: Uint8Array<ArrayBuffer>; language: string }
    answeredAt?: Date
  },
): Promise<boolean> {
  const { outcome, ...rest } = change
  const { count } = await on.db.referralShare.updateMany({
    where: { id, version, toOfficeId: on.grant.actor.officeId },
    data: {
      ...rest,
      ...(outcome ? { sealedOutcome: outcome.sealed, outcomeLanguage: outcome.language } : {}),
      ...(rest.decidedAt ? { decidedById: on.grant.actor.id } : {}),
      ...(rest.answeredAt ? { answeredById: on.grant.actor.id } : {}),
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** Seals the words of an answer. */
export function sealOutcome(shareSeal: ShareSeal, words: string): Uint8Array<ArrayBuffer> {
  return shareSeal.seal(OUTCOME, words)
}
