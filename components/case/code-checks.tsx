import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Pictogram } from '@/components/ui/pictogram'
import { formatInstant } from '@/lib/i18n/format'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { wordOf } from './words'

/** A check of who somebody is, as the page gets it. */
export type ShownCheck = {
  readonly id: string
  readonly staffId: string
  readonly by: string | null
  readonly metHow: string
  readonly facts: { readonly [fact: string]: string }
  readonly outcome: 'passed' | 'refused'
  readonly checkedAt: Date
  readonly confirmedAt: Date | null
  readonly replacedAt: Date | null
}

/** Every check so far: who, how, what was asked, what came of it; and for who may, the button that confirms one. */
export function CodeChecks({
  t,
  checks,
  confirmable,
}: {
  t: Translator
  checks: readonly ShownCheck[]
  confirmable: (check: ShownCheck) => FormAction | null
}) {
  if (checks.length === 0) return null
  return (
    <section className="block">
      <h2>{t('cases.code_checks')}</h2>
      <ul className="todo">
        {checks.map((check) => {
          const isOpen = check.outcome === 'passed' && check.confirmedAt === null
          const confirm = isOpen && check.replacedAt === null ? confirmable(check) : null
          return (
            <li key={check.id}>
              <Pictogram name={check.outcome === 'passed' ? 'check' : 'noentry'} size="text" />
              <span>
                {t('cases.code_check_row', {
                  name: check.by ?? t('cases.unsaid'),
                  how: wordOf(t, `codes.met_how.${check.metHow}`, check.metHow),
                  at: formatInstant(check.checkedAt, t.locale),
                })}
                {Object.entries(check.facts).map(([fact, result]) => (
                  <small key={fact}>
                    {wordOf(t, `codes.identity_fact.${fact}`, fact)}:{' '}
                    {wordOf(t, `codes.asked_result.${result}`, result)}
                  </small>
                ))}
                {check.replacedAt === null ? null : <small>{t('cases.code_used')}</small>}
                {confirm === null ? null : (
                  <ActionForm
                    locale={t.locale}
                    action={confirm}
                    refusals={{ nothing_open: 'cases.code_confirm_nothing' }}
                  >
                    <SubmitButton look="alt">{t('cases.code_confirm')}</SubmitButton>
                  </ActionForm>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
