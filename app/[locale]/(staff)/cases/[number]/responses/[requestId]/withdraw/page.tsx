import type { Metadata } from 'next'
import { ResponseFrame } from '@/components/answers/response-frame'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { partyWord } from '@/components/remedies/remedy-words'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { withdrawAction } from '../../actions'
import { openResponses } from '../../open-responses'

type Props = PageProps<'/[locale]/cases/[number]/responses/[requestId]/withdraw'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('answers.page_title', { number }) }
}

/** A question is taken back: its link leads nowhere from then on. */
export default async function WithdrawPage({ params }: Props) {
  const { locale: language, number, requestId } = await params
  const t = translatorFor(toLocale(language))
  const { head, requests, parties } = await openResponses(t.locale, number)
  const request = requests.find(({ id }) => id === requestId)
  if (!request) return notHere(t.locale)
  const about = partyWord(t, parties, request.casePartyId)
  return (
    <ResponseFrame t={t} head={head} heading={t('answers.withdraw_heading')} {...(about === null ? {} : { about })}>
      <p className="said" lang={request.language}>
        {request.allegation}
      </p>
      <ActionForm locale={t.locale} action={withdrawAction.bind(null, t.locale, number, requestId)}>
        <div className="acts">
          <SubmitButton>{t('answers.withdraw_link')}</SubmitButton>
        </div>
      </ActionForm>
    </ResponseFrame>
  )
}
