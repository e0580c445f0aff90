import type { Metadata } from 'next'
import { CaseConsents, CaseNotes, CaseSeverity } from '@/components/case/case-aside'
import { CaseReferrals } from '@/components/case/case-referrals'
import { CaseRemedies } from '@/components/remedies/case-remedies'
import { CaseChain } from '@/components/case/case-chain'
import { CaseFacts } from '@/components/case/case-facts'
import { CaseMeta } from '@/components/case/case-head'
import { CaseSigns } from '@/components/case/case-signs'
import { SheetThread } from '@/components/case/sheet-thread'
import { TimelineList, timelineOf } from '@/components/case/case-timeline'
import { SheetLedger } from '@/components/case/sheet-ledger'
import { SheetFiles, SheetLimits, SheetLinks, SheetQuestions, SheetTasks } from '@/components/case/sheet-lists'
import { grievanceWords } from '@/components/case/words'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { chainOf } from '@/lib/domain/case-chain'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readResponses } from '@/lib/usecases/answers/read-responses'
import { readForums } from '@/lib/usecases/forums/read-forums'
import { readCaseFile } from '@/lib/usecases/read-case-file'
import { readRelated } from '@/lib/usecases/read-related'

type Props = PageProps<'/[locale]/cases/[number]/print'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.print_title', { number }) }
}

/** The whole case on paper: what is known, who said and judged what, everything that happened; no navigation, nothing to press. */
export default async function PrintPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}`
  const grant = await requireGrant('case.read', { locale, returnTo: `${address}/print` })
  const reading = parseCaseNumber(number).ok ? await readCaseFile(grant, number, 'print') : null
  if (!reading) notHere(locale)
  const { file, assessment, office } = reading
  const { head } = file
  const responses = await readResponses(grant, number)
  const ways = await readForums(grant, number)
  const related = await readRelated(grant, number)
  const t = translatorFor(locale)
  const at = now()
  const chain = chainOf(file.chain, file.ledger, file.loans, assessment?.assessment ?? null)
  return (
    <div className="filesheet stack slim">
      <div className="noprint stack">
        <BackLink href={address}>{t('cases.back_to_case')}</BackLink>
        <Note tone="still" pictogram="print">
          {t('cases.print_how')}
        </Note>
      </div>
      <header className="stamp">
        <h1>{t('cases.print_title', { number: head.number })}</h1>
        <p className="by">
          {t('cases.print_by', { at: formatInstant(at, locale), name: grant.actor.displayName, office })}
          <br />
          {t('cases.print_care')}
        </p>
      </header>
      <section className="block">
        <h2>{t('cases.print_summary')}</h2>
        <p>{grievanceWords(t, head.grievances)}</p>
        <CaseMeta t={t} head={head} />
      </section>
      <CaseSeverity t={t} head={head} changeHref={`${address}/severity`} />
      <CaseFacts t={t} file={file} address={null} />
      <CaseChain t={t} chain={chain} paidTotal={head.paidTotalJpy} isTableOpen />
      <section className="block">
        <h2>{t('cases.print_payments')}</h2>
        <SheetLedger t={t} file={file} stored={assessment} />
      </section>
      <CaseSigns t={t} file={file} address={null} />
      <SheetFiles t={t} file={file} />
      {ways && <SheetLimits t={t} {...ways} />}
      <CaseConsents t={t} consents={file.consents} at={at} recordHref={`${address}/consents`} />
      <CaseReferrals t={t} referrals={file.referrals} address={null} mayPassOn={false} />
      {responses && <SheetQuestions t={t} questions={responses.requests} parties={file.chain} at={at} />}
      <CaseRemedies t={t} remedies={file.remedies} address={`/${t.locale}/cases/${number}`} />
      <SheetThread t={t} file={file} />
      <SheetTasks t={t} file={file} at={at} />
      {related && <SheetLinks t={t} links={related.links} />}
      <section className="block">
        <h2>{t('cases.notes_heading')}</h2>
        <CaseNotes t={t} notes={file.notes} />
      </section>
      <section className="block break" id="history">
        <h2>{t('cases.timeline_heading')}</h2>
        <TimelineList t={t} entries={timelineOf(t, file)} isWhole />
      </section>
    </div>
  )
}
