import type { ReactNode } from 'react'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import type { CaseHead } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'
import { CaseMeta } from './case-head'
import { grievanceWords } from './words'

/** The page of one act on a case: the question as heading, how the case stands now, the form. */
export function ActFrame({ t, head, heading, children }: { t: Translator; head: CaseHead; heading: string; children: ReactNode }) {
  const address = `/${t.locale}/cases/${head.number}`
  return (
    <>
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${t.locale}/cases`, name: t('cases.room_cases') },
            { href: address, name: head.number },
          ]}
          here={heading}
        />
        <h1>{heading}</h1>
        <p>{grievanceWords(t, head.grievances)}</p>
        <CaseMeta t={t} head={head} />
      </div>
      {children}
      <BackLink href={address}>{t('cases.back_to_case')}</BackLink>
    </>
  )
}
