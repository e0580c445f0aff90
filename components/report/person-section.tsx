import type { ReactNode } from 'react'
import type { PersonField } from '@/lib/domain/report/person-facts'
import type { Translator } from '@/lib/i18n/translate'
import { PersonFields } from './person-fields'

/** Who reports, asked below a report that is about to be sent; only while the yes to statistics stands. `ask`, `silence`: as `PersonFields`. */
export function PersonSection({
  t,
  heading,
  lead,
  ask,
  silence,
}: {
  t: Translator
  heading: string
  lead: ReactNode
  ask: (field: PersonField) => string
  silence?: string
}) {
  return (
    <section className="stack" aria-labelledby="about">
      <h2 id="about">{heading}</h2>
      {lead}
      <PersonFields t={t} ask={ask} {...(silence === undefined ? {} : { silence })} />
    </section>
  )
}
