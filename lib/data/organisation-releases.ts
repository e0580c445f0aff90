import 'server-only'
import type { ReleaseState, StoredRelease } from '@/lib/domain/statistics/organisations/release'
import type { Scoped } from './within'

type Asking = Scoped<'organisation.ask' | 'organisation.release'>

/** Organisations with at least five independent reports received before `until`, with a step: 5, 10, 20, 50, 100. */
export async function listReportedOrganisations(
  on: Asking,
  until: Date,
): Promise<readonly { readonly partyId: string; readonly reporters: number }[]> {
  return on.db.$queryRaw`SELECT party_id AS "partyId", reporters FROM app.reported_organisations(${until})`
}

/** What was asked and decided about organisations, the newest first. */
export async function listReleases(on: Asking, partyIds?: readonly string[]): Promise<StoredRelease[]> {
  const where = partyIds === undefined ? {} : { partyId: { in: [...partyIds] } }
  const rows = await on.db.organisationRelease.findMany({ where, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] })
  return rows.map(storedRelease)
}

/** The approved release of an organisation, which anybody may read; null when there is none. */
export async function findApprovedRelease(
  on: Scoped<'statistics.read_public' | 'organisation.ask' | 'organisation.release'>,
  partyId: string,
): Promise<StoredRelease | null> {
  const row = await on.db.organisationRelease.findFirst({ where: { partyId, state: 'approved' } })
  return row && storedRelease(row)
}

/** Locks one release until the transaction ends; null when there is none. */
export async function lockRelease(on: Asking, id: string): Promise<StoredRelease | null> {
  await on.db.$queryRaw`SELECT 1 FROM organisation_release WHERE id = ${id}::uuid FOR UPDATE`
  const row = await on.db.organisationRelease.findUnique({ where: { id } })
  return row && storedRelease(row)
}

/** Asks for an organisation; false when one is open for it, or the form was sent before. */
export async function insertRelease(
  on: Asking,
  { id, partyId, note, askedAt }: { id: string; partyId: string; note: string; askedAt: Date },
): Promise<boolean> {
  const { id: staffId, displayName } = on.grant.actor
  const done = await on.db.$executeRaw`
    INSERT INTO organisation_release (id, party_id, state, asked_by_id, asked_by_name, asked_at, ask_note)
    VALUES (${id}::uuid, ${partyId}::uuid, 'asked', ${staffId}::uuid, ${displayName}, ${askedAt}, ${note}) ON CONFLICT DO NOTHING`
  return done === 1
}

/** What changes with a decision or a reply. */
export type ReleaseChange = {
  readonly state?: ReleaseState
  readonly decidedAt?: Date
  readonly decideNote?: string
  readonly informedOn?: string
  readonly reply?: {
    readonly text: string
    readonly language: string
    readonly repliedOn: string
    readonly translations: Readonly<Record<string, string>>
  } | null
}

/** Changes a release in the name of the administrator; its row is locked. */
export async function updateRelease(
  on: Scoped<'organisation.release'>,
  id: string,
  change: ReleaseChange,
): Promise<void> {
  const { id: staffId, displayName } = on.grant.actor
  const { state, decidedAt, decideNote, informedOn, reply } = change
  await on.db.organisationRelease.update({
    where: { id },
    data: {
      version: { increment: 1 },
      ...(informedOn === undefined ? {} : { informedOn }),
      ...(state === undefined || decidedAt === undefined
        ? {}
        : { state, decidedAt, decideNote: decideNote ?? '', decidedById: staffId, decidedByName: displayName }),
      ...(reply === undefined
        ? {}
        : {
            replyText: reply?.text ?? null,
            replyLanguage: reply?.language ?? null,
            repliedOn: reply?.repliedOn ?? null,
            replyTranslations: reply?.translations ?? {},
            replyKeptById: staffId,
            replyKeptByName: displayName,
          }),
    },
    select: { id: true },
  })
}

type Row = {
  readonly [Name in Exclude<keyof StoredRelease, 'state' | 'reply'>]: StoredRelease[Name]
} & {
  readonly state: string
  readonly replyText: string | null
  readonly replyLanguage: string | null
  readonly repliedOn: string | null
  readonly replyTranslations: unknown
}

function storedRelease({ replyText, replyLanguage, repliedOn, replyTranslations, ...row }: Row): StoredRelease {
  return {
    ...row,
    state: row.state as ReleaseState,
    reply:
      replyText === null
        ? null
        : {
            text: replyText,
            language: replyLanguage ?? 'en',
            repliedOn: repliedOn ?? '',
            translations: (replyTranslations ?? {}) as Readonly<Record<string, string>>,
          },
  }
}
