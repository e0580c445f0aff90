import type { Metadata } from 'next'
import { CaseMeta } from '@/components/case/case-head'
import { FeeChangeNote } from '@/components/ledger/fee-change-note'
import { ledgerHeading, sayToConfirm } from '@/components/ledger/heading'
import { JobSection } from '@/components/ledger/job-section'
import { LedgerFigures } from '@/components/ledger/ledger-figures'
import { LinesTable } from '@/components/ledger/lines-table'
import { LoansSection } from '@/components/ledger/loans-section'
import { Measures } from '@/components/ledger/measures'
import { Revisions } from '@/components/ledger/revisions'
import { SetAside } from '@/components/ledger/set-aside'
import { TimelineFigure } from '@/components/ledger/timeline-figure'
import { Verdicts } from '@/components/ledger/verdicts'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { timelineOf } from '@/lib/domain/fees/ledger/timeline'
import { caseMeasures } from '@/lib/domain/fees/measures/case-measures'
import { measureInput } from '@/lib/domain/fees/measures/measure-input'
import { convert } from '@/lib/domain/money/convert'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { openLedger, ratesFor } from './open-ledger'

type Props = PageProps<'/[locale]/cases/[number]/fees'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function LedgerPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { ledger, grant, fees } = await openLedger(t.locale, number)
  const rates = await ratesFor(grant)
  const measures = caseMeasures(measureInput(ledger, rates, ledger.head.paidAnswer === 'no'))
  const timeline = timelineOf(ledger, dayInJapan(now()), (money, on) => {
    const converted = convert(money, 'JPY', rates, on)
    return converted.ok ? converted.value.money.amountMinor : null
  })
  const { done } = await searchParams
  const doneKey = `ledger.done_${typeof done === 'string' ? done : ''}`
  const address = `/${t.locale}/cases/${number}`
  const toConfirm = sayToConfirm(t, ledger)
  return (
    <>
      {t.has(doneKey) ? (
        <Note announced tone="ok">
          {t(doneKey)}
        </Note>
      ) : null}
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${t.locale}/cases`, name: t('cases.room_cases') },
            { href: address, name: number },
          ]}
          here={t('ledger.title')}
        />
        <div className="title">
          <div className="tight">
            <h1>{ledgerHeading(t, ledger)}</h1>
            {toConfirm === null ? null : <p className="about">{toConfirm}</p>}
            <CaseMeta t={t} head={ledger.head} />
          </div>
          <p className="row noprint">
            <a className="btn" href={`${fees}/lines/new`}>
              {t('ledger.add_line')}
            </a>
            <a className="btn alt" href={`${fees}/pay`}>
              {t('ledger.pay_heading')}
            </a>
            <a className="btn alt" href={`${fees}/placement`}>
              {t('ledger.placement_heading')}
            </a>
          </p>
        </div>
      </div>
      <FeeChangeNote t={t} change={ledger.unseenChange} fees={fees} />
      {ledger.isReadable ? null : <Note tone="still">{t('cases.words_gone')}</Note>}
      <LedgerFigures t={t} ledger={ledger} measures={measures} />
      <section className="block" id="lines">
        <h2>{t('ledger.lines_heading')}</h2>
        {ledger.lines.length === 0 ? (
          <div className="tight">
            <p className="mute">{t(ledger.head.paidAnswer === 'no' ? 'cases.paid_nothing' : 'cases.paid_unsaid')}</p>
            {ledger.head.paidAnswer === 'no' ? null : <p className="noprint">{t('ledger.lines_next')}</p>}
          </div>
        ) : (
          <LinesTable t={t} ledger={ledger} rates={rates} fees={fees} />
        )}
      </section>
      <SetAside t={t} lines={ledger.setAside} fees={fees} />
      <Verdicts t={t} ledger={ledger} fees={fees} />
      <Measures t={t} ledger={ledger} measures={measures} fees={fees} />
      <TimelineFigure t={t} ledger={ledger} timeline={timeline} fees={fees} />
      <LoansSection t={t} loans={ledger.loans} inDebt={ledger.head.inDebt} fees={fees} />
      <JobSection t={t} ledger={ledger} fees={fees} />
      <Revisions t={t} ledger={ledger} />
      <BackLink href={address}>{t('cases.back_to_case')}</BackLink>
    </>
  )
}
