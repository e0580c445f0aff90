import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listOfficerRequests } from '@/lib/data/officer-requests'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { noOtherOfficerAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/officer'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.officer_title', { number }) }
}

/** Why the worker wants another officer, for a supervisor whom it is not about, and the two answers there are. */
export default async function OfficerPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct(
    'case.answer_officer_request',
    { locale, number, act: 'officer' },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      const requests = caseSeal ? await listOfficerRequests(on, caseSeal) : []
      return requests.find(({ answeredAt }) => answeredAt === null) ?? null
    },
  )
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.officer_heading')}>
      {more === null ? (
        <Note>{t('cases.officer_nothing_open')}</Note>
      ) : (
        <>
          <p>
            {t('cases.officer_since', { day: formatDayOf(more.requestedAt, locale) })}
            <br />
            {t('cases.officer_prefers', { who: t(`codes.officer_preference.${more.preference}`) })}
          </p>
          <p className="said" lang={more.reason === null ? undefined : head.language}>
            {more.reason ?? t('cases.officer_no_reason')}
          </p>
          <p>
            <LinkButton href={`/${locale}/cases/${number}/assign`}>{t('cases.officer_assign')}</LinkButton>
          </p>
          <h2>{t('cases.officer_none')}</h2>
          <ActionForm
            locale={locale}
            action={noOtherOfficerAction.bind(null, locale, number)}
            values={(await heldValues({ name: 'no-other-officer', number })) ?? {}}
            refusals={{ nothing_open: 'cases.officer_nothing_open', case_gone: 'errors.not_found' }}
            className="stack narrow"
          >
            <input type="hidden" name="requestId" value={newId()} />
            <TextAreaField name="reason" rows={4} label={t('cases.officer_none_words')} lang={head.language} />
            <div className="acts">
              <SubmitButton look="alt">{t('cases.send_to_worker')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      )}
    </ActFrame>
  )
}
