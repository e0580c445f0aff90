import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ListPlan } from '@/lib/domain/parties/list-plan'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'

const SHOWN = 100
const NO_VALUES: FieldValues = {}

/** What a list would do: counted, shown for the first rows, with a choice for each row that is like a party that is there. */
export function ListPlanView({
  t,
  plan,
  held,
  action,
}: {
  t: Translator
  plan: ListPlan
  /** What was decided before a session ended. */
  held: FieldValues | null
  action: FormAction
}) {
  const of = (outcome: string) => plan.rows.filter((row) => row.outcome === outcome)
  const similar = of('similar')
  const changes = plan.rows.filter((row) => row.outcome === 'new' || row.outcome === 'updated')
  const isNothing = changes.length + similar.length === 0
  return (
    <section className="block" id="plan">
      <h2>{t('parties.import_plan')}</h2>
      <ul className="plain">
        <li>{t('parties.import_count_new', { count: of('new').length })}</li>
        <li>{t('parties.import_count_updated', { count: of('updated').length })}</li>
        <li>{t('parties.import_count_unchanged', { count: of('unchanged').length })}</li>
        <li>{t('parties.import_count_similar', { count: similar.length })}</li>
      </ul>
      {plan.errors.length === 0 ? null : (
        <Note tone="care">
          <b>{t('parties.import_count_errors', { count: plan.errors.length })}</b>
          <ul>
            {plan.errors.slice(0, SHOWN).map(({ line, code }) => (
              <li key={`${line} ${code}`}>
                {t('parties.import_row', { line })}: {t(`parties.import_error_${code}`)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {changes.length === 0 ? null : (
        <ScrollRegion label={t('parties.import_plan')}>
          <table className="grid">
            <caption>{t('parties.import_rows_caption', { count: Math.min(SHOWN, changes.length) })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('parties.column_name')}</th>
                <th scope="col">{t('parties.number')}</th>
                <th scope="col">{t('parties.status')}</th>
                <th scope="col">{t('parties.import_what')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, SHOWN).map((row) => (
                <tr key={row.line}>
                  <th scope="row">{row.name}</th>
                  <td className="code">{row.number}</td>
                  <td>{t(`parties.status_${row.status}`)}</td>
                  <td>{t(row.outcome === 'new' ? 'parties.import_outcome_new' : 'parties.import_outcome_updated')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {isNothing ? null : (
        <ActionForm
          locale={t.locale}
          action={action}
          values={held ?? NO_VALUES}
          refusals={{ changed_meanwhile: 'parties.import_changed' }}
          className="stack"
        >
          <input type="hidden" name="seen" value={plan.seen} />
          {similar.length === 0 ? null : (
            <fieldset className="stack">
              <legend>{t('parties.import_similar_caption')}</legend>
              <p className="hint">{t('parties.import_similar_rest')}</p>
              {similar.slice(0, SHOWN).map((row) => (
                <SelectField
                  key={row.line}
                  name={`line_${row.line}`}
                  label={t('parties.import_decision', { line: row.line, name: row.name })}
                  options={[
                    { value: '', text: t('parties.import_decide_later') },
                    {
                      value: row.party?.id ?? '',
                      text: t('parties.import_decide_same', { name: row.party?.name ?? '' }),
                    },
                    { value: 'new', text: t('parties.import_decide_new') },
                  ]}
                />
              ))}
            </fieldset>
          )}
          <p className="acts">
            <SubmitButton>{t('parties.import_apply')}</SubmitButton>
          </p>
        </ActionForm>
      )}
    </section>
  )
}
