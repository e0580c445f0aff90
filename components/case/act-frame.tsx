import type { ReactNode } from 'react'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import type { CaseHead, CaseMove } from '@/lib/domain/case-file'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { CaseMeta } from './case-head'
import { codeWord, grievanceWords } from './words'

type LastMove = Pick<CaseMove, 'toState' | 'byKind' | 'by' | 'movedAt'>

/** The page of one act on a case: the question as heading, how the case stands now and who brought it there, the form. */
export function ActFrame({
  t,
  head,
  last,
  heading,
  children,
}: {
  t: Translator
  head: CaseHead
  last: LastMove | null
  heading: string
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
          ]}
          here={heading}
        />
        <h1>{heading}</h1>
        <p>{grievanceWords(t, head.grievances)}</p>
        <CaseMeta t={t} head={head} />
        {last === null ? null : (
          <p className="by">
            {t('cases.last_move', {
              state: codeWord(t, 'state', last.toState),
              name:
                last.by?.displayName ??
                t(last.byKind === 'worker' || last.byKind === 'reporter' ? 'cases.worker' : 'cases.system'),
              at: formatInstant(last.movedAt, t.locale),
            })}
          </p>
        )}
      </div>
      {children}
      <BackLink href={address}>{t('cases.back_to_case')}</BackLink>
    </>
  )
}
