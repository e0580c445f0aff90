import 'server-only'
import type { OrganisationFacts } from '@/lib/domain/statistics/organisations/organisation-figures'
import type { OrganisationFigure } from '@/lib/domain/statistics/organisations/public-organisation'
import type { Scoped } from './within'

type On = Scoped<'system.count_reports'>

type FactRow = readonly [
  ref: number,
  answersFees: boolean,
  paid: boolean,
  yen: number | null,
  verdicts: readonly string[],
  isClosed: boolean,
  isRemedied: boolean,
  claimed: number,
  repaid: number,
]

/** What each counted report received before `until` says about an organisation (app.organisation_facts). */
export async function readOrganisationFacts(on: On, partyId: string, until: Date): Promise<OrganisationFacts[]> {
  const [row] = await on.db.$queryRaw<
    { facts: string }[]
  >`SELECT app.organisation_facts(${partyId}::uuid, ${until}) AS facts`
  return (JSON.parse(row?.facts ?? '[]') as FactRow[]).map(
    ([ref, answersFees, paid, paidYen, verdicts, isClosed, isRemedied, claimedYen, repaidYen]) => ({
      ref: String(ref),
      answersFees,
      paid,
      paidYen,
      verdicts,
      isClosed,
      isRemedied,
      claimedYen,
      repaidYen,
    }),
  )
}

/** What stood about an organisation in a quarter; `members`: a digest of what each report said, by its number. */
export type KeptFigures = {
  readonly quarter: string
  readonly countedTo: string
  readonly reports: number
  readonly figures: readonly OrganisationFigure[]
  readonly members: Readonly<Record<string, string>>
}

/** The figures kept last; null when there were none yet. */
export async function findLatestFigures(on: On, partyId: string): Promise<KeptFigures | null> {
  const row = await on.db.organisationFigure.findFirst({ where: { partyId }, orderBy: { quarter: 'desc' } })
  return row as unknown as KeptFigures | null
}

/** The figures of a quarter without what single reports said; null when they were not made yet. */
export async function findFigures(
  on: On,
  partyId: string,
  quarter: string,
): Promise<Omit<KeptFigures, 'members'> | null> {
  const row = await on.db.organisationFigure.findUnique({
    where: { partyId_quarter: { partyId, quarter } },
    select: { quarter: true, countedTo: true, reports: true, figures: true },
  })
  return row as unknown as Omit<KeptFigures, 'members'> | null
}

/** Whether at least five reports received before `until` are counted for an organisation. */
export async function isReported(on: On, partyId: string, until: Date): Promise<boolean> {
  const [row] = await on.db.$queryRaw<{ is: boolean }[]>`
    SELECT app.is_reported_organisation(${partyId}::uuid, ${until}) AS is`
  return row?.is === true
}

/** Keeps the figures of a quarter; those that somebody else kept meanwhile stay. */
export async function insertFigures(on: On, partyId: string, kept: KeptFigures, madeAt: Date): Promise<void> {
  const { quarter, countedTo, reports, figures, members } = kept
  await on.db
    .$executeRaw`INSERT INTO organisation_figure (party_id, quarter, counted_to, reports, figures, members, made_at)
    VALUES (${partyId}::uuid, ${quarter}, ${countedTo}, ${reports}, ${JSON.stringify(figures)}::jsonb, ${JSON.stringify(members)}::jsonb, ${madeAt})
    ON CONFLICT DO NOTHING`
}
