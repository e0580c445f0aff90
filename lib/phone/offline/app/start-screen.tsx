import { QuestionHead } from '@/components/report/question-head'
import { SaidOnce } from '@/components/report/said-once'
import { EmergencyDuo } from '@/components/help/emergency-duo'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { Pictogram } from '@/components/ui/pictogram'
import { RouteLine } from '@/components/ui/route-line'
import { stepPathIn } from '@/lib/domain/report/report-paths'
import type { Translator } from '@/lib/i18n/translate'
import { stepToResume } from '@/lib/schemas/report/step-to-resume'
import { Frame } from './frame'
import type { ReportHere } from './report-state'

/** What the report without network is like, and the way on for who stopped. */
export function StartScreen({ here, isBegun }: { here: ReportHere; isBegun: boolean }) {
  const { tongue, answers, base, search } = here
  const { t } = tongue
  return (
    <Frame
      isWide
      aside={
        <>
          <h2>{t('report.start_how')}</h2>
          <RouteLine
            stations={[
              { title: t('report.start_answer'), when: t('report.start_answer_help') },
              { title: t('report.start_send'), when: t('report.start_send_help') },
              { title: t('report.start_code'), when: t('report.start_code_help') },
            ]}
          />
        </>
      }
    >
      <SaidOnce t={t} search={search} />
      <QuestionHead question={t('report.start_heading')} lead={t('offline.report_lead')} />
      {isBegun ? (
        <Note tone="still">
          <p>{t('report.start_found')}</p>
        </Note>
      ) : null}
      <div className="acts">
        <LinkButton href={isBegun ? stepPathIn(base, stepToResume(answers), answers) : `${base}/grievances`}>
          {t(isBegun ? 'report.start_continue' : 'report.start_go')} <Pictogram name="next" size="text" />
        </LinkButton>
        {isBegun ? (
          <LinkButton href={`${base}/delete`} look="bare">
            {t('report.check_delete')}
          </LinkButton>
        ) : null}
      </div>
      <p className="hint">{t('offline.only_screen')}</p>
      <p className="hint">{t('offline.report_before')}</p>
    </Frame>
  )
}

/** For a page that cannot be kept: what works without network, and whom to call. */
export function NeedsNetwork({ here }: { here: Pick<ReportHere, 'tongue'> }) {
  const { t, locale } = here.tongue
  return (
    <Frame>
      <QuestionHead question={t('offline.page_heading')} lead={t('offline.page_lead')} />
      <ul>
        <li>
          <a href={`/${locale}/report`}>{t('common.start_report')}</a>
        </li>
        <li>
          <a href={`/${locale}/fees`}>{t('common.start_fees')}</a>
        </li>
        <li>
          <a href={`/${locale}/help`}>{t('common.start_call')}</a>
        </li>
      </ul>
      <h2>{t('common.help_danger')}</h2>
      <EmergencyDuo t={t} country="JP" />
    </Frame>
  )
}

/** Nobody touched the page for a while (docs/adr/025): the answers are off the screen until somebody presses. */
export function RestScreen({ t, onOpen }: { t: Translator; onOpen: () => void }) {
  return (
    <Frame>
      <QuestionHead question={t('report.rest_heading')} lead={t('report.rest_lead')} />
      <div className="acts">
        <button type="button" className="btn" onClick={onOpen}>
          {t('report.rest_open')}
        </button>
      </div>
    </Frame>
  )
}
