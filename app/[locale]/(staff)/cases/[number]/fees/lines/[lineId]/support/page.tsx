import type { Metadata } from 'next'
import { ChoiceGroup } from '@/components/form/choice-group'
import { codeWord } from '@/components/case/words'
import { CohortNote } from '@/components/ledger/cohort-note'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { sayLine } from '@/components/ledger/line-words'
import { SUPPORT_LEVELS } from '@/lib/domain/fees/ledger/support-levels'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readCohort } from '@/lib/usecases/ledger/read-cohort'
import { heldValues } from '../../../../held-form'
import { openLine } from '../../../open-ledger'
import { heldName } from '../../../ledger-action'
import { LEDGER_REFUSALS } from '../../../refusals'
import { rateSupportAction } from '../../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/[lineId]/support'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function SupportPage({ params }: Props) {
  const { locale: language, number, lineId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/lines/${lineId}/support`
  const { ledger, line, grant } = await openLine(t.locale, number, lineId, '/support')
  const cohort = await readCohort(grant, { number, lineId })
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.support_question')} about={sayLine(t, line)}>
      <CohortNote t={t} cohort={cohort} />
      <LedgerForm
        t={t}
        action={rateSupportAction.bind(null, t.locale, number, lineId)}
        requestId={newId()}
        version={line.version}
        values={{ level: line.supportLevel ?? '' }}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('common.save')}
      >
        <ChoiceGroup
          name="level"
          kind="radio"
          slim
          legend={t('ledger.support_legend')}
          hint={t('ledger.support_hint')}
          sections={[
            {
              choices: SUPPORT_LEVELS.map((value) => ({ value, text: codeWord(t, 'support_level', value) })),
            },
          ]}
        />
      </LedgerForm>
    </LedgerFrame>
  )
}
