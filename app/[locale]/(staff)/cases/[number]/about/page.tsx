import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ActionForm } from '@/components/form/action-form'
import { BeforeField } from '@/components/form/before-field'
import { SubmitButton } from '@/components/form/submit-button'
import { PaperNumber } from '@/components/paper/paper-number'
import { PersonFields } from '@/components/report/person-fields'
import { Note } from '@/components/ui/note'
import { findTellingPerson } from '@/lib/data/person-facts'
import { PAPER_PERSON_NUMBER } from '@/lib/domain/report/paper-numbers'
import { PERSON_LABELS } from '@/lib/domain/report/person-facts'
import { heldOver } from '@/lib/http/lost-race'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { personFieldsOf } from '@/lib/schemas/report/person-form'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { tellPersonAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/about'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.about_title', { number }) }
}

/** Who the worker is, as the worker told it; there while the yes to statistics stands. */
export default async function AboutPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const place = { locale, number, act: 'about' }
  const {
    head,
    last,
    more: person,
  } = await openAct('case.write_person', place, (on, { id }) => findTellingPerson(on, id))
  const held = await heldValues({ name: 'about', number })
  const now = person ? personFieldsOf(person.facts) : {}
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.about_heading')}>
      {held && person?.isCounted ? <Note announced>{t('cases.held_back')}</Note> : null}
      {person?.isCounted ? (
        <>
          <p>{t('cases.about_lead')}</p>
          <PaperNumber t={t} number={head.channel === 'paper' ? PAPER_PERSON_NUMBER : null} />
          <ActionForm
            locale={locale}
            action={tellPersonAction.bind(null, locale, number)}
            values={heldOver(held, now)}
            refusals={{ not_counted: 'cases.about_no_yes' }}
            className="stack narrow"
          >
            <input type="hidden" name="version" value={person.version} />
            <input type="hidden" name="requestId" value={newId()} />
            <BeforeField values={now} />
            <PersonFields
              t={t}
              ask={(field) => t(`cases.about_${PERSON_LABELS[field]}`)}
              silence={t('common.not_given')}
            />
            <div className="acts">
              <SubmitButton>{t('common.save')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      ) : (
        <Note tone="still">{t('cases.about_no_yes')}</Note>
      )}
    </ActFrame>
  )
}
