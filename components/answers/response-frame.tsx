import type { ReactNode } from 'react'
import { CaseMeta } from '@/components/case/case-head'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import type { CaseHead } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'

/** A page about the questions to parties: where one is, the question as heading, the form, the way back to the list. */
export function ResponseFrame({
  t,
  head,
  heading,
  about,
  children,
}: {
  t: Translator
  head: CaseHead
  heading: string
  about?: string
  children: ReactNode
}) {
  const address = `/${t.locale}/cases/${head.number}`
  return (
    <>
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${t.locale}/cases`, name: t('cases.room_cases') },
            { href: address, name: head.number },
            { href: `${address}/responses`, name: t('answers.title') },
          ]}
          here={heading}
        />
        <h1>{heading}</h1>
        {about === undefined ? null : <p className="about">{about}</p>}
        <CaseMeta t={t} head={head} />
      </div>
      {children}
      <BackLink href={`${address}/responses`}>{t('answers.back')}</BackLink>
    </>
  )
}
