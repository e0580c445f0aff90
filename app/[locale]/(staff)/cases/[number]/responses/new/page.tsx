import type { Metadata } from 'next'
import { OpenQuestions } from '@/components/answers/open-questions'
import { OwnYeses } from '@/components/answers/own-yeses'
import { ResponseFrame } from '@/components/answers/response-frame'
import { languageWord } from '@/components/case/words'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { partyWord } from '@/components/remedies/remedy-words'
import { Note } from '@/components/ui/note'
import { ANSWER_DAYS, ANSWER_LANES, PARTY_LOCALES, SHARED_ITEMS } from '@/lib/domain/answers/request'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../held-form'
import { askAction } from '../actions'
import { openResponses } from '../open-responses'

type Props = PageProps<'/[locale]/cases/[number]/responses/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('answers.page_title', { number }) }
}

/** What a party is told and asked, as far as the worker allows it. */
export default async function NewQuestionPage({ params }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { head, requests, parties, quickPartyIds, ownYeses, refusal } = await openResponses(t.locale, number, '/new')
  const isQuick = parties.some(({ id }) => quickPartyIds.includes(id))
  const named = parties.map(({ id }) => {
    const name = partyWord(t, parties, id) ?? id
    return { value: id, text: quickPartyIds.includes(id) ? t('answers.party_quick', { name }) : name }
  })
  return (
    <ResponseFrame t={t} head={head} heading={t('answers.new_heading')} about={t('answers.new_lead')}>
      {refusal === null ? (
        <LedgerForm
          t={t}
          action={askAction.bind(null, t.locale, number)}
          requestId={newId()}
          values={{ lane: isQuick ? 'quick_action' : 'ordinary', language: 'ja' }}
          held={await heldValues({ name: 'responses/new', number })}
          refusals={{
            case_gone: 'cases.words_gone',
            case_closed: 'answers.refused_case_closed',
            not_triaged: 'answers.refused_not_triaged',
            worker_confirmation_missing: 'answers.refused_worker_confirmation_missing',
            consent_missing: 'answers.refused_consent_missing',
          }}
          reason="never"
          button={t('answers.new_button')}
        >
          <OwnYeses t={t} parties={parties} ownYeses={ownYeses} />
          <SelectField
            name="casePartyId"
            label={t('answers.field_party')}
            options={[{ value: '', text: t('cases.choose') }, ...named]}
          />
          <OpenQuestions t={t} parties={parties} requests={requests} at={now()} />
          <ChoiceGroup
            name="items"
            kind="checkbox"
            legend={t('answers.field_items')}
            hint={t('answers.field_items_hint')}
            slim
            sections={[{ choices: SHARED_ITEMS.map((value) => ({ value, text: t(`answers.item_${value}`) })) }]}
          />
          <TextAreaField
            name="witness"
            label={t('answers.field_witness')}
            hint={t('answers.field_witness_hint')}
            rows={3}
          />
          <SelectField
            name="language"
            label={t('answers.field_language')}
            options={PARTY_LOCALES.map((value) => ({ value, text: languageWord(t, value) }))}
          />
          <TextAreaField
            name="allegation"
            label={t('answers.field_allegation')}
            hint={t('answers.field_allegation_hint')}
            rows={7}
          />
          <ChoiceGroup
            name="lane"
            kind="radio"
            legend={t('answers.fact_lane')}
            slim
            sections={[
              {
                choices: ANSWER_LANES.map((value) => ({
                  value,
                  text: t(`answers.lane_${value}`),
                  help: t('answers.lane_days', { count: ANSWER_DAYS[value] }),
                })),
              },
            ]}
          />
        </LedgerForm>
      ) : (
        <Note tone="still">{t(`answers.refused_${refusal}`)}</Note>
      )}
    </ResponseFrame>
  )
}
