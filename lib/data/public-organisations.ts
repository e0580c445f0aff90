import 'server-only'
import type { PublicOrganisation } from '@/lib/domain/statistics/organisations/public-organisation'
import type { Scoped } from './within'

type On = Scoped<'statistics.read_public' | 'organisation.ask'>

/** Which organisations: by id, by the key of a licence's number, by name (`soughtWords`), or those shown with numbers. */
export type Sought = {
  readonly ids?: readonly string[]
  readonly licences?: readonly string[]
  readonly names?: readonly string[]
  readonly isPublished?: boolean
}

/** Public facts of organisations that anybody may find, the likeliest first (app.public_organisations). */
export async function findPublicOrganisations(on: On, sought: Sought, most: number): Promise<PublicOrganisation[]> {
  const { ids = [], licences = [], names = [], isPublished = false } = sought
  const rows = await on.db.$queryRaw<{ facts: PublicOrganisation }[]>`
    SELECT facts FROM app.public_organisations(${[...ids]}::uuid[], ${[...licences]}::text[], ${[...names]}::text[], ${isPublished}, ${most}::int)`
  return rows.map(({ facts }) => facts)
}
