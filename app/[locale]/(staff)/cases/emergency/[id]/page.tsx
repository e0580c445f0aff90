import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { codeWord, grievanceWords, languageWord } from '@/components/case/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FactList } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import { requireGrant, rescueGrant } from '@/lib/access/door'
import { formatInstant, formatTimeOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readEmergency } from '@/lib/usecases/emergencies/open-emergency'
import { endEmergencyAction } from '../actions'

type Props = PageProps<'/[locale]/cases/emergency/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.emergency_title') }
}

/** What helps to find and reach a person, as long as the opening runs. Nothing can be changed here. */
export default async function EmergencyCasePage({ params }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/emergency`
  const grant = await requireGrant('case.break_glass', { locale, returnTo: `${address}/${id}` })
  const found = /^[0-9a-f-]{36}$/u.test(id) ? await readEmergency(rescueGrant(grant), id) : null
  // What is over, not theirs, or never was looks the same.
  if (!found) redirect(`${address}?ended=1`)
  const t = translatorFor(locale)
  return (
    <>
      <div className="block">
        <Breadcrumbs trail={[{ href: address, name: t('cases.emergency_title') }]} here={found.number} />
        <h1>{grievanceWords(t, found.grievances)}</h1>
        <Note tone="care" pictogram="clock">
          <b>{t('cases.emergency_until', { time: formatTimeOf(found.opening.endsAt, locale) })}</b>
        </Note>
      </div>
      <form action={endEmergencyAction.bind(null, locale, id)}>
        <button className="btn alt">{t('cases.emergency_end')}</button>
      </form>
      <section className="block">
        <FactList
          facts={[
            {
              name: t('cases.emergency_danger'),
              value: found.dangers.map((code) => codeWord(t, 'danger', code)).join('; '),
            },
            { name: t('cases.emergency_language'), value: languageWord(t, found.language) },
            ...found.people.flatMap((person) => [
              ...(person.name ? [{ name: t('cases.emergency_name'), value: person.name }] : []),
              ...(person.contact ? [{ name: t('cases.emergency_contact'), value: person.contact }] : []),
              ...(person.safeTimes ? [{ name: t('cases.emergency_safe_times'), value: person.safeTimes }] : []),
            ]),
            ...found.parties.flatMap(({ role, name }) =>
              name === null ? [] : [{ name: codeWord(t, 'party_role', role), value: name }],
            ),
          ]}
        />
        <p>{t('cases.emergency_careful')}</p>
      </section>
      <section className="block">
        <h2>{t('cases.emergency_story')}</h2>
        {found.statements.map((said) => (
          <blockquote className="words said" key={said.id} lang={said.language}>
            {said.text}
          </blockquote>
        ))}
        {found.messages.map((message) => (
          <div key={message.id}>
            <p className="by">
              {t(message.direction === 'from_worker' ? 'cases.timeline_message_from' : 'cases.timeline_message_to')},{' '}
              {formatInstant(message.sentAt, locale)}
            </p>
            <blockquote className="words said" lang={message.language}>
              {message.text}
            </blockquote>
          </div>
        ))}
      </section>
    </>
  )
}
