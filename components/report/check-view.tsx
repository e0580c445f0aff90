import type { ReactNode } from 'react'
import { CheckFiles } from '@/components/files/check-files'
import { Note } from '@/components/ui/note'
import { labelOf } from './labels'
import { isSpoken, type FileView } from '@/lib/domain/files/upload'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { isSubmittable } from '@/lib/domain/report/reached-answers'
import { mayHavePaid, type ReportStep } from '@/lib/domain/report/report-steps'
import type { Translator } from '@/lib/i18n/translate'
import { ConsentFacts, ContactFacts, MatterFacts, MoneyFacts } from './check-facts'
import { FeeSums } from './fee-table'
import { QuestionHead } from './question-head'

/** All answers to read once, each with a way to change it. `acts` are the buttons at the end. */
export function CheckView({
  t,
  answers,
  base,
  files,
  acts,
}: {
  t: Translator
  answers: ReportAnswers
  base: string
  /** What is added beside the words; left out where nothing can be added. */
  files?: readonly FileView[] | undefined
  acts: ReactNode
}) {
  const changeHref = (step: ReportStep) => `${base}/${step}?back=check`
  const facts = { t, answers, changeHref }
  return (
    <div className="stack roomy">
      <QuestionHead question={t('report.check_question')} lead={t('report.check_lead')} />
      {isSubmittable(answers) || isSpoken(files ?? []) ? null : <Missing t={t} base={base} answers={answers} />}
      <Section title={labelOf(t, 'station', 'what_happened')}>
        <MatterFacts {...facts} />
      </Section>
      <Section title={labelOf(t, 'station', 'money')}>
        <MoneyFacts {...facts} changeFeeHref={(number) => `${base}/fees/${number}?back=check`} />
        {mayHavePaid(answers) ? <Fees t={t} answers={answers} base={base} /> : null}
      </Section>
      <Section title={t('report.check_words')}>
        <Words t={t} story={answers.story} href={changeHref('story')} />
      </Section>
      {files === undefined ? null : (
        <Section title={t('files.check_heading')}>
          <CheckFiles t={t} files={files} href={`${base}/files?back=check`} />
        </Section>
      )}
      <Section title={labelOf(t, 'station', 'reach')}>
        <ContactFacts {...facts} />
      </Section>
      <Section title={labelOf(t, 'station', 'agree')}>
        <ConsentFacts {...facts} />
        {answers.consents.includes('keep_complaint') ? null : (
          <Note tone="still">
            <p>{t('report.check_only_30_days')}</p>
          </Note>
        )}
        <p className="hint">
          {t('report.consents_ask_first')}{' '}
          <a href={`/${t.locale}/rights/information`}>{t('report.consents_read_all')}</a>
        </p>
      </Section>
      {acts}
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="tight">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Missing({ t, base, answers }: { t: Translator; base: string; answers: ReportAnswers }) {
  const fee = mayHavePaid(answers) ? `${base}/fees/${answers.fees.length + 1}/payee` : `${base}/paid?back=check`
  return (
    <Note tone="info">
      <p>{t('report.check_missing')}</p>
      <p className="row">
        <a href={`${base}/story?back=check`}>{t('report.check_add_words')}</a>
        <a href={fee}>{t('report.fees_add')}</a>
      </p>
    </Note>
  )
}

function Fees({ t, answers, base }: { t: Translator; answers: ReportAnswers; base: string }) {
  return (
    <>
      {answers.fees.length === 0 ? (
        <p className="mute">{t('report.check_no_fees')}</p>
      ) : (
        <FeeSums t={t} fees={answers.fees} />
      )}
      <p>
        <a href={`${base}/fees/${answers.fees.length + 1}/payee`}>{t('report.fees_add')}</a>
      </p>
    </>
  )
}

function Words({ t, story, href }: { t: Translator; story: string | undefined; href: string }) {
  if (story === undefined) {
    return (
      <p className="mute">
        {t('report.check_no_words')} <a href={href}>{t('report.check_add_words')}</a>
      </p>
    )
  }
  return (
    <>
      <Note tone="still" pictogram="other">
        <blockquote className="said">{story}</blockquote>
      </Note>
      <p>
        <a href={href}>{t('report.check_change_words')}</a>
      </p>
    </>
  )
}
