import type { ReactNode } from 'react'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { CaseMeta } from '@/components/case/case-head'
import type { CaseHead } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'

/** A page of the ledger: where one is, the question as heading, what it is about, and below it the way back. */
export function LedgerFrame({
  t,
  head,
  heading,
  about,
  children,
}: {
  t: Translator
  head: CaseHead
  heading: string
  about?: ReactNode
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
            { href: `${address}/fees`, name: t('ledger.title') },
          ]}
          here={heading}
        />
        <h1>{heading}</h1>
        {about === undefined ? null : <p className="about">{about}</p>}
        <CaseMeta t={t} head={head} />
      </div>
      {children}
      <BackLink href={`${address}/fees`}>{t('ledger.back')}</BackLink>
    </>
  )
}
