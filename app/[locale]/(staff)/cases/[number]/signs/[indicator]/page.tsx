import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { codeWord, wordOf } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import { RouteLine } from '@/components/ui/route-line'
import { notHere } from '@/lib/access/not-here'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findSign, listJudgements } from '@/lib/data/sign-judgements'
import { findStaffNames } from '@/lib/data/staff'
import { JUDGEMENTS } from '@/lib/domain/case-signs'
import { INDICATOR_CODES } from '@/lib/domain/grievances/indicators'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { judgeSignAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/signs/[indicator]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number, indicator } = await params
  const t = translatorFor(toLocale(locale))
  return { title: t('cases.sign_title', { sign: codeWord(t, 'indicator', indicator), number }) }
}

/** One sign: what raised it, what officers made of it so far, and the judgement of the one who reads. */
export default async function SignPage({ params }: Props) {
  const { locale: language, number, indicator: asked } = await params
  const locale = toLocale(language)
  const indicator = INDICATOR_CODES.find((code) => code === asked)
  if (indicator === undefined) notHere(locale)
  const { head, more } = await openAct(
    'case.judge_sign',
    { locale, number, act: `signs/${indicator}` },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      const rows = caseSeal ? (await listJudgements(on, caseSeal)).filter((one) => one.indicator === indicator) : []
      const nameOf = await findStaffNames(
        on,
        rows.map((one) => one.judgedById),
      )
      const judgements = rows.map((one) => ({ ...one, by: nameOf(one.judgedById) }))
      return { sign: await findSign(on, found.id, indicator), judgements }
    },
  )
  const { sign, judgements } = more
  const held = await heldValues({ name: `sign:${indicator}`, number })
  const t = translatorFor(locale)
  const page = `/${locale}/cases/${number}`
  const last = judgements.at(-1)
  return (
    <ActFrame
      t={t}
      head={head}
      last={null}
      heading={t('cases.sign_heading', { sign: codeWord(t, 'indicator', indicator) })}
    >
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <Raised t={t} raisedBy={sign === null ? null : sign.raisedBy} page={page} />
      {last ? (
        <p className="by">
          {t('cases.judged_now', {
            judgement: wordOf(t, `cases.judgement_${last.judgement}`, last.judgement),
            name: last.by?.displayName ?? t('cases.unsaid'),
            at: formatInstant(last.judgedAt, locale),
          })}
        </p>
      ) : null}
      <ActionForm
        locale={locale}
        action={judgeSignAction.bind(null, locale, number, indicator)}
        values={held ?? (last ? { judgement: last.judgement } : {})}
        refusals={{ case_gone: 'errors.not_found' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <input type="hidden" name="version" value={sign?.version ?? 0} />
        <ChoiceGroup
          name="judgement"
          kind="radio"
          slim
          legend={t('cases.sign_question')}
          sections={[
            {
              choices: JUDGEMENTS.map((value) => ({
                value,
                text: t(`cases.judgement_${value}`),
                help: t(`cases.judgement_${value}_help`),
              })),
            },
          ]}
        />
        <TextAreaField name="reason" rows={4} label={t('cases.sign_reason')} hint={t('cases.sign_reason_hint')} />
        <div className="acts">
          <SubmitButton>{t('cases.sign_save')}</SubmitButton>
        </div>
      </ActionForm>
      {judgements.length === 0 ? null : (
        <section className="block narrow">
          <h2>{t('cases.sign_history')}</h2>
          <RouteLine
            stations={judgements.toReversed().map((one) => ({
              title: wordOf(t, `cases.judgement_${one.judgement}`, one.judgement),
              when: `${one.by?.displayName ?? t('cases.unsaid')} · ${formatInstant(one.judgedAt, locale)}`,
              at: one.judgedAt.toISOString(),
              body: <span className="before">{one.reason}</span>,
            }))}
          />
        </section>
      )}
      <p className="by">{t('cases.sign_ilo')}</p>
    </ActFrame>
  )
}

/** The answers that raised it, each with the way to the words; null: nobody raised it yet. */
function Raised({
  t,
  raisedBy,
  page,
}: {
  t: ReturnType<typeof translatorFor>
  raisedBy: readonly string[] | null
  page: string
}) {
  if (raisedBy === null) return <p>{t('cases.sign_not_raised')}</p>
  if (raisedBy.length === 0) return <p>{t('cases.sign_raised_by_officer')}</p>
  return (
    <section className="block narrow">
      <h2>{t('cases.sign_raised')}</h2>
      <ul className="plainlist">
        {raisedBy.map((code) => (
          <li key={code}>
            <span>{codeWord(t, 'grievance', code)}</span>
            <a href={`${page}#facts`}>{t('cases.sign_see')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
