import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { LineFields } from '@/components/ledger/line-fields'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../held-form'
import { openLedger } from '../../open-ledger'
import { heldName } from '../../ledger-action'
import { LEDGER_REFUSALS } from '../../refusals'
import { addLineAction } from '../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function NewLinePage({ params }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { ledger, proposed } = await openLedger(t.locale, number, '/lines/new')
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.new_line_heading')}>
      <LedgerForm
        t={t}
        action={addLineAction.bind(null, t.locale, number)}
        requestId={newId()}
        values={{ currency: proposed }}
        held={await heldValues({ name: heldName('/lines/new'), number })}
        refusals={LEDGER_REFUSALS}
        reason="never"
        button={t('ledger.add_line_button')}
      >
        <LineFields t={t} parties={ledger.parties} proposed={proposed} />
      </LedgerForm>
    </LedgerFrame>
  )
}
