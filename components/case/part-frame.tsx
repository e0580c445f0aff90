import type { ReactNode } from 'react'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import type { CaseHead } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'
import { CaseMeta } from './case-head'

/** What a page within one part of a case shows around its form. */
export type PartPage = {
  readonly t: Translator
  readonly head: CaseHead
  readonly heading: string
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** A page of one part of a case: where one is, the question as heading, the form, the way back to the part. */
export function PartFrame({
  t,
  head,
  heading,
  about,
  children,
  part,
}: PartPage & {
  /** The part's address below the case, its name, and the words of the way back. */
  readonly part: { readonly path: string; readonly name: string; readonly back: string }
}) {
  const address = `/${t.locale}/cases/${head.number}`
  return (
    <>
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${t.locale}/cases`, name: t('cases.room_cases') },
            { href: address, name: head.number },
            { href: `${address}/${part.path}`, name: part.name },
          ]}
          here={heading}
        />
        <h1>{heading}</h1>
        {about === undefined ? null : <p className="about">{about}</p>}
        <CaseMeta t={t} head={head} />
      </div>
      {children}
      <BackLink href={`${address}/${part.path}`}>{part.back}</BackLink>
    </>
  )
}
