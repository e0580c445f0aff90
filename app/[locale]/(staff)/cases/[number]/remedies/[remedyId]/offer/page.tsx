import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { OfferFields } from '@/components/remedies/offer-fields'
import { RemedyFrame } from '@/components/remedies/remedy-frame'
import { remedyName } from '@/components/remedies/remedy-words'
import { Note } from '@/components/ui/note'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { plainAmount } from '@/lib/schemas/ledger/sums'
import { heldValues } from '../../../held-form'
import { offerAction } from '../../actions'
import { openRemedy } from '../../open-remedies'
import { REMEDY_REFUSALS, remedyForm } from '../../remedy-action'

type Props = PageProps<'/[locale]/cases/[number]/remedies/[remedyId]/offer'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('remedies.page_title', { number }) }
}

/** What is put to the worker to say yes or no to. */
export default async function OfferPage({ params }: Props) {
  const { locale: language, number, remedyId } = await params
  const t = translatorFor(toLocale(language))
  const { head, remedy } = await openRemedy(t.locale, number, remedyId, 'offer')
  const sum = remedy.agreed ?? remedy.claimed
  const proposed = sum?.currency ?? 'JPY'
  return (
    <RemedyFrame t={t} head={head} heading={t('remedies.offer_heading')} about={remedyName(t, remedy)}>
      <Note tone="still">{t('remedies.offer_note')}</Note>
      <LedgerForm
        t={t}
        action={offerAction.bind(null, t.locale, number, remedyId)}
        requestId={newId()}
        version={remedy.version}
        values={{
          terms: remedy.terms ?? '',
          staffTerms: remedy.staffTerms ?? '',
          plan: sum === null ? 'none' : 'equal',
          amount: plainAmount(sum?.amountMinor ?? null, sum?.currency ?? null),
          currency: proposed,
          parts: String(Math.max(1, remedy.instalments.length)),
          firstDueOn: remedy.instalments[0]?.dueOn ?? '',
        }}
        held={await heldValues({ name: remedyForm(`/${remedyId}/offer`), number })}
        refusals={REMEDY_REFUSALS}
        reason="never"
        button={t('remedies.offer_button')}
      >
        <OfferFields t={t} language={head.language} proposed={proposed} />
      </LedgerForm>
    </RemedyFrame>
  )
}
