import type { Metadata } from 'next'
import { AnswerCard } from '@/components/answers/answer-card'
import { CaseMeta } from '@/components/case/case-head'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { openResponses } from './open-responses'

type Props = PageProps<'/[locale]/cases/[number]/responses'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('answers.page_title', { number }) }
}

/** What parties were asked and what they answered, the latest first. */
export default async function ResponsesPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { head, requests, parties, refusal } = await openResponses(t.locale, number)
  const { done } = await searchParams
  const doneKey = `answers.done_${typeof done === 'string' ? done : ''}`
  const address = `/${t.locale}/cases/${number}`
  const at = now()
  return (
    <>
      {t.has(doneKey) ? (
        <Note announced tone="ok">
          {t(doneKey)}
        </Note>
      ) : null}
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${t.locale}/cases`, name: t('cases.room_cases') },
            { href: address, name: number },
          ]}
          here={t('answers.title')}
        />
        <div className="title">
          <div className="tight">
            <h1>{t('answers.title')}</h1>
            <CaseMeta t={t} head={head} />
          </div>
          {refusal === null ? (
            <p className="row noprint">
              <a className="btn" href={`${address}/responses/new`}>
                {t('answers.new_link')}
              </a>
            </p>
          ) : null}
        </div>
      </div>
      {refusal === null ? null : <Note tone="still">{t(`answers.refused_${refusal}`)}</Note>}
      {requests.length === 0 ? <p className="mute">{t('answers.empty')}</p> : null}
      {requests.map((request) => (
        <AnswerCard key={request.id} t={t} request={request} parties={parties} at={at} address={address} />
      ))}
      <BackLink href={address}>{t('cases.back_to_case')}</BackLink>
    </>
  )
}
