import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import type { CaseHead, StaffName } from '@/lib/domain/case-file'
import { DANGER_CODES, type DangerCode } from '@/lib/domain/grievances/dangers'
import { JAPAN_BODY_CODES } from '@/lib/domain/grievances/bodies'
import type { RelatedCandidate } from '@/lib/domain/related-cases'
import type { Severity } from '@/lib/domain/severity-levels'
import { TRIAGE_DECISIONS } from '@/lib/domain/triage'
import type { TriageTarget } from '@/lib/domain/triage-targets'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { candidateHelp } from './related-words'
import { TriageDangers } from './triage-dangers'
import { bodyWord, codeWord, languageWord } from './words'

/** What the triage form needs beside its values. `parties` are the names of those in the case, as given. */
export type TriageFieldsProps = {
  readonly t: Translator
  readonly head: CaseHead
  readonly told: readonly DangerCode[]
  readonly dangerField: (code: string) => string
  readonly proposed: { readonly severity: Severity; readonly reasons: readonly string[] }
  readonly targets: readonly TriageTarget[]
  readonly officers: readonly StaffName[]
  readonly ties: { readonly here: readonly string[]; readonly elsewhere: readonly string[] }
  readonly preferred: 'woman' | 'man' | null
  readonly parties: readonly string[]
  readonly candidates: readonly RelatedCandidate[]
}

/** The questions of triage in the order in which they are decided; what a decision does not need is folded away by the style sheet. */
export function TriageFields(props: TriageFieldsProps) {
  const { t, told, dangerField, candidates } = props
  return (
    <>
      <TriageDangers
        legend={t('cases.triage_dangers')}
        hint={t('cases.triage_dangers_hint')}
        told={t('cases.triage_told')}
        answers={[
          { value: 'now', text: t('cases.triage_danger_now') },
          { value: 'not', text: t('cases.triage_danger_not') },
          { value: '', text: t('cases.triage_danger_open') },
        ]}
        rows={DANGER_CODES.map((code) => ({
          name: dangerField(code),
          text: t(`cases.triage_danger_${code}`),
          isTold: told.includes(code),
        }))}
      />
      <ChoiceGroup
        name="decision"
        kind="radio"
        legend={t('cases.triage_decision')}
        slim
        columns={2}
        sections={[
          {
            choices: TRIAGE_DECISIONS.map((value) => ({
              value,
              text: t(`cases.triage_decision_${value}`),
              help: t(`cases.triage_decision_${value}_help`),
            })),
          },
        ]}
      />
      <div className="stack" data-when="assign">
        <Assignee {...props} />
      </div>
      <div className="stack" data-when="signpost">
        <ChoiceGroup
          name="signposts"
          kind="checkbox"
          legend={t('cases.ask_signpost')}
          hint={t('cases.triage_signposts_hint')}
          slim
          columns={2}
          sections={[{ choices: JAPAN_BODY_CODES.map((value) => ({ value, text: bodyWord(t, value) })) }]}
        />
      </div>
      <div className="stack" data-when="duplicate">
        {candidates.length === 0 ? null : (
          <ChoiceGroup
            name="duplicateOf"
            kind="radio"
            legend={t('cases.triage_duplicate_of')}
            slim
            sections={[
              {
                choices: candidates.map((one) => ({
                  value: one.number,
                  text: one.number,
                  help: candidateHelp(t, one),
                })),
              },
            ]}
          />
        )}
        <TextField
          name="duplicateNumber"
          label={t('cases.related_number')}
          hint={t('cases.triage_duplicate_hint')}
          width="m"
        />
      </div>
      <div className="stack" data-when="reason">
        <TextAreaField
          name="reason"
          label={t('cases.ask_closing_reason')}
          hint={t('cases.ask_closing_reason_hint', { language: languageWord(t, props.head.language) })}
          rows={3}
          lang={props.head.language}
        />
      </div>
      <Severities {...props} />
      {candidates.length === 0 ? null : (
        <ChoiceGroup
          name="related"
          kind="checkbox"
          legend={t('cases.triage_related')}
          hint={t('cases.triage_related_hint')}
          slim
          sections={[
            {
              choices: candidates.map((one) => ({ value: one.number, text: one.number, help: candidateHelp(t, one) })),
            },
          ]}
        />
      )}
    </>
  )
}

/** Who takes it, asked against the names in the case; ties that were declared before are said beside the name. */
function Assignee({ t, officers, ties, preferred, parties }: TriageFieldsProps) {
  const named = new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(parties)
  const textOf = ({ id, displayName }: StaffName) => {
    if (ties.here.includes(id)) return t('cases.triage_tie_here', { name: displayName })
    return ties.elsewhere.includes(id) ? t('cases.triage_tie_elsewhere', { name: displayName }) : displayName
  }
  return (
    <>
      <SelectField
        name="assigneeId"
        label={t('cases.column_officer')}
        hint={preferred ? t('cases.officer_prefers', { who: t(`codes.officer_preference.${preferred}`) }) : undefined}
        options={[
          { value: '', text: t('cases.choose') },
          ...officers.map((one) => ({ value: one.id, text: textOf(one) })),
        ]}
        width="m"
      />
      {officers.some(({ id }) => ties.elsewhere.includes(id)) ? (
        <Note tone="still">{t('cases.triage_tie_note')}</Note>
      ) : null}
      <ChoiceGroup
        name="conflict"
        kind="radio"
        legend={
          parties.length === 0
            ? t('cases.conflict_question_other')
            : t('cases.triage_conflict_question', { parties: named })
        }
        hint={t('cases.conflict_hint')}
        slim
        columns={2}
        sections={[
          {
            choices: [
              { value: 'no', text: t('common.no') },
              { value: 'yes', text: t('common.yes') },
            ],
          },
        ]}
      />
    </>
  )
}

/** The proposed severity with its reasons in words, or another one with a reason; each with the clocks it would start. */
function Severities({ t, proposed, targets }: TriageFieldsProps) {
  const helpOf = (severity: Severity) => {
    const target = targets.find((one) => one.severity === severity)
    if (!target?.decisionBy) return undefined
    const words = { decision: formatInstant(target.decisionBy, t.locale), days: target.newsEveryHours / 24 }
    return target.firstReplyBy
      ? t('cases.triage_target', { ...words, reply: formatInstant(target.firstReplyBy, t.locale) })
      : t('cases.triage_target_replied', words)
  }
  const reasons = new Intl.ListFormat(t.locale, { type: 'unit', style: 'short' }).format(
    proposed.reasons.map((reason) => codeWord(t, 'severity_reason', reason)),
  )
  return (
    <>
      <ChoiceGroup
        name="severity"
        kind="radio"
        legend={t('cases.triage_severity')}
        hint={t('cases.triage_severity_hint', { reasons })}
        slim
        columns={2}
        sections={[
          {
            choices: [
              {
                value: '',
                text: t('cases.triage_severity_proposed', { severity: codeWord(t, 'severity', proposed.severity) }),
                help: helpOf(proposed.severity),
              },
              ...targets.map(({ severity }) => ({
                value: severity,
                text: codeWord(t, 'severity', severity),
                help: helpOf(severity),
              })),
            ],
          },
        ]}
      />
      <div className="stack" data-when="override">
        <TextAreaField
          name="severityReason"
          label={t('cases.severity_reason')}
          hint={t('cases.reason_hint')}
          rows={2}
        />
      </div>
    </>
  )
}
