import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PaymentForm } from '@/components/track/payment-form'
import { PaymentList } from '@/components/track/payment-list'
import { PaymentVerdicts } from '@/components/track/payment-verdicts'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { readCookie } from '@/lib/access/cookies'
import { draftGrant, requireWorkerGrant } from '@/lib/access/door'
import { defaultCurrencyOf, isOriginCode } from '@/lib/domain/countries'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { findHeldForm } from '@/lib/usecases/hold-own-form'
import { readOwnVerdict } from '@/lib/usecases/read-own-verdict'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { addPaymentAction } from '../actions'

export async function generateMetadata({ params }: PageProps<'/[locale]/track/case/payments'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

export default async function PaymentsPage({ params, searchParams }: PageProps<'/[locale]/track/case/payments'>) {
  const t = pageWordsFor(toLocale((await params).locale))
  const grant = await requireWorkerGrant('own_case.read', t.locale)
  const reading = await readOwnCase(grant)
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, feeLines } = reading
  const verdict = await readOwnVerdict(grant)
  const { added } = await searchParams
  const heldToken = await readCookie('held')
  const held = heldToken === undefined ? null : await findHeldForm(draftGrant(heldToken), heldToken)
  const heldValues = held?.form === 'payment' && held.caseId === own.id ? held.values : null
  const proposed = own.origin !== null && isOriginCode(own.origin) ? defaultCurrencyOf(own.origin) : 'JPY'
  return (
    <div className="page">
      <main id="main">
        {heldValues === null ? null : <Note announced>{t('track.payments_held')}</Note>}
        <div className="tight">
          <h1>{t('track.payments_heading', { count: feeLines.length })}</h1>
          <p className="lead">{t('track.payments_lead')}</p>
        </div>
        {feeLines.length === 0 ? null : <PaymentList t={t} payments={feeLines} />}
        {verdict === null ? null : <PaymentVerdicts t={t} payments={feeLines} stored={verdict} />}
        <section className="stack rule">
          <h2>{t('track.payment_heading')}</h2>
          <PaymentForm
            key={feeLines.length}
            t={t}
            action={addPaymentAction.bind(null, t.locale)}
            proposed={proposed}
            requestId={newId()}
            caseId={own.id}
            held={heldValues}
            isAdded={added !== undefined}
          />
        </section>
        <BackLink href={`/${t.locale}/track/case`}>{t('track.back_to_case')}</BackLink>
      </main>
    </div>
  )
}
