import { redirect } from 'next/navigation'
import type { ComponentProps } from 'react'
import { ComeBackForm } from '@/components/track/come-back-form'
import { requireWorkerGrant } from '@/lib/access/door'
import { appealUntil, reopenUntil } from '@/lib/domain/after-closing'
import { isConsentValid } from '@/lib/domain/consents'
import { formatDayOf } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'

const UNTIL = { appeal: appealUntil, reopen: reopenUntil } as const

type Props = {
  readonly locale: Locale
  /** Another officer looks at what was decided, or the case is opened again. */
  readonly way: keyof typeof UNTIL
  readonly action: ComponentProps<typeof ComeBackForm>['action']
}

/** A way back into a case that has ended, as long as it is open; afterwards, and before, the way leads to the case. */
export async function ComeBackPage({ locale, way, action }: Props) {
  const t = pageWordsFor(locale)
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, consents } = reading
  const at = now()
  const until = own.closedAt === null ? null : UNTIL[way](own.closedAt)
  if (own.state !== 'closed' || until === null || at > until) redirect(`/${t.locale}/track/case`)
  const isKept = consents.some((consent) => consent.kind === 'keep_complaint' && isConsentValid(consent, at))
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t(`track.${way}_heading`)}</h1>
          <p className="lead">{t(`track.${way}_lead`, { day: formatDayOf(until, t.locale) })}</p>
        </div>
        {isKept ? null : <p>{t('track.come_back_keeps')}</p>}
        <ComeBackForm
          t={t}
          action={action}
          asksReason={way === 'reopen'}
          button={t(`track.${way}_button`)}
          requestId={newId()}
          caseId={own.id}
        />
      </main>
    </div>
  )
}
