import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { codeChoices } from '@/components/report/code-choices'
import { QuestionHead } from '@/components/report/question-head'
import { SaidOnce } from '@/components/report/said-once'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { LOCALE_FACTS, LOCALES, toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { ASSISTED_CHANNELS } from '@/lib/schemas/report/draft-payload'
import { beginAction, beginKioskAction } from './actions'
import { staffFiling } from './staff-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/cases/new'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.assisted_title') }
}

/** What a worker left unsent on this device, for the officer who lent it. */
const onKiosk: FilingMode = { ...staffFiling, cookie: 'kiosk' }

/** Who writes, how the report came and what the worker reads, before the questions. */
export default async function BeginPage({ params, searchParams }: PageProps<'/[locale]/cases/new'>) {
  const locale = toLocale((await params).locale)
  const t = translatorFor(locale)
  const filing = await openFiling(staffFiling, locale)
  if (filing.state === 'sent') redirect(`${staffFiling.base(locale)}/receipt?sent=1`)
  const known = filing.state === 'open' ? filing.draft.assisted : {}
  return (
    <staffFiling.Frame aside={null}>
      <SaidOnce t={t} search={await searchParams} />
      <QuestionHead question={t('imports.how_heading')} />
      <section className="stack" id="kiosk">
        <div className="tight">
          <h2>{t('imports.kiosk_heading')}</h2>
          <p>{t('imports.kiosk_lead')}</p>
        </div>
        <ActionForm
          locale={locale}
          action={beginKioskAction.bind(null, { locale })}
          values={{ workerLanguage: known.language ?? locale }}
        >
          <SelectField
            name="workerLanguage"
            label={t('report.assisted_language')}
            options={LOCALES.map((value) => ({ value, text: LOCALE_FACTS[value].ownName, lang: value }))}
            width="m"
          />
          {(await openFiling(onKiosk, locale)).state === 'open' ? (
            <TickBox name="goOn" text={t('imports.kiosk_continue')} />
          ) : null}
          <div className="acts">
            <SubmitButton look="alt">{t('imports.kiosk_go')}</SubmitButton>
          </div>
        </ActionForm>
      </section>
      <div className="tight">
        <h2>{t('imports.write_heading')}</h2>
        <p>{t('report.assisted_lead')}</p>
        <p className="row">
          <a href={`/${known.language ?? locale}/paper`}>{t('imports.paper_link')}</a>
          <a href={`/${locale}/cases/import`}>{t('imports.import_link')}</a>
        </p>
      </div>
      <Note tone="still">
        <p>
          {t('report.assisted_information')}{' '}
          <a href={`/${locale}/rights/information`}>{t('report.consents_read_all')}</a>
        </p>
        <p>{filing.state === 'open' ? t('report.assisted_found') : t('report.assisted_kept_draft')}</p>
      </Note>
      <ActionForm
        locale={locale}
        action={beginAction.bind(null, { locale })}
        values={{ channel: known.channel ?? '', language: known.language ?? locale }}
      >
        <ChoiceGroup
          name="channel"
          kind="radio"
          slim
          legend={t('report.assisted_channel')}
          sections={[{ choices: codeChoices(t, 'intake_channel', ASSISTED_CHANNELS) }]}
        />
        <SelectField
          name="language"
          label={t('report.assisted_language')}
          hint={t('report.assisted_language_hint')}
          options={LOCALES.map((value) => ({ value, text: LOCALE_FACTS[value].ownName, lang: value }))}
          width="m"
        />
        <div className="acts">
          <SubmitButton>{filing.state === 'open' ? t('report.start_continue') : t('report.start_go')}</SubmitButton>
          {filing.state === 'open' ? (
            <LinkButton href={`${staffFiling.base(locale)}/delete`} look="bare">
              {t('report.check_delete')}
            </LinkButton>
          ) : null}
        </div>
      </ActionForm>
    </staffFiling.Frame>
  )
}
