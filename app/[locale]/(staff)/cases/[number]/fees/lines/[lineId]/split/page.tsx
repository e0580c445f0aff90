import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { sayAmount, sayLine } from '@/components/ledger/line-words'
import { SplitFields } from '@/components/ledger/split-fields'
import { Note } from '@/components/ui/note'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { splitFieldsOf } from '@/lib/schemas/ledger/split-form'
import { heldValues } from '../../../../held-form'
import { openLine } from '../../../open-ledger'
import { heldName } from '../../../ledger-action'
import { LEDGER_REFUSALS } from '../../../refusals'
import { splitLineAction } from '../../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/[lineId]/split'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function SplitLinePage({ params }: Props) {
  const { locale: language, number, lineId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/lines/${lineId}/split`
  const { ledger, line } = await openLine(t.locale, number, lineId, '/split')
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.split_heading')} about={sayLine(t, line)}>
      {line.amountAsTyped === null ? null : (
        <Note tone="still">{t('ledger.as_typed', { words: line.amountAsTyped })}</Note>
      )}
      <p className="narrow">
        {line.amountMinor === null
          ? t('ledger.split_without_amount')
          : t('ledger.split_lead', { amount: sayAmount(t, line) })}
      </p>
      <LedgerForm
        t={t}
        action={splitLineAction.bind(null, t.locale, number, lineId)}
        requestId={newId()}
        version={line.version}
        values={splitFieldsOf(line)}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('ledger.split_button')}
      >
        <input type="hidden" name="currency" value={line.currency ?? ''} />
        <input type="hidden" name="whole" value={line.amountMinor?.toString() ?? ''} />
        <SplitFields t={t} parties={ledger.parties} hasAmount={line.amountMinor !== null} />
      </LedgerForm>
    </LedgerFrame>
  )
}
