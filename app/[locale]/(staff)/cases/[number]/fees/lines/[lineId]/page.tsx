import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { LineFields } from '@/components/ledger/line-fields'
import { sayLine } from '@/components/ledger/line-words'
import { Note } from '@/components/ui/note'
import { formatDecimal } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { lineFieldsOf } from '@/lib/schemas/ledger/line-form'
import { heldValues } from '../../../held-form'
import { openLine } from '../../open-ledger'
import { heldName } from '../../ledger-action'
import { LEDGER_REFUSALS } from '../../refusals'
import { editLineAction } from '../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/[lineId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function EditLinePage({ params }: Props) {
  const { locale: language, number, lineId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/lines/${lineId}`
  const { ledger, line, proposed } = await openLine(t.locale, number, lineId)
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.edit_line_heading')} about={sayLine(t, line)}>
      {line.amountAsTyped === null ? null : (
        <Note tone="still">{t('ledger.as_typed', { words: line.amountAsTyped })}</Note>
      )}
      {line.rateOverride === null ? null : (
        <Note tone="still">
          {t('ledger.rate_goes', { rate: formatDecimal(line.rateOverride, t.locale), currency: line.currency ?? '' })}
        </Note>
      )}
      <LedgerForm
        t={t}
        action={editLineAction.bind(null, t.locale, number, lineId)}
        requestId={newId()}
        version={line.version}
        values={lineFieldsOf(line, proposed)}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('common.save')}
      >
        <LineFields t={t} parties={ledger.parties} proposed={proposed} />
      </LedgerForm>
    </LedgerFrame>
  )
}
