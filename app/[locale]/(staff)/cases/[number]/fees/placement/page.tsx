import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { PlacementFields } from '@/components/ledger/placement-fields'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { placementFieldsOf } from '@/lib/schemas/ledger/placement-form'
import { heldValues } from '../../held-form'
import { openLedger } from '../open-ledger'
import { heldName } from '../ledger-action'
import { LEDGER_REFUSALS } from '../refusals'
import { savePlacementAction } from '../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/placement'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function PlacementPage({ params }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { ledger, proposed } = await openLedger(t.locale, number, '/placement')
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.placement_question')}>
      <LedgerForm
        t={t}
        action={savePlacementAction.bind(null, t.locale, number)}
        requestId={newId()}
        version={ledger.placement?.version ?? 0}
        values={placementFieldsOf(ledger, proposed)}
        held={await heldValues({ name: heldName('/placement'), number })}
        refusals={LEDGER_REFUSALS}
        reason="where_known"
        button={t('common.save')}
      >
        <PlacementFields t={t} proposed={proposed} />
      </LedgerForm>
    </LedgerFrame>
  )
}
