import type { Translator } from '@/lib/i18n/translate'

/** Which months and whose cases are measured; a form that asks for an address. Only who may choose an office is offered one. */
export function LearningFilter({
  t,
  action,
  from,
  to,
  office,
  offices,
}: {
  t: Translator
  action: string
  from: string | null
  to: string | null
  office: string | null
  offices: readonly { readonly code: string; readonly name: string }[]
}) {
  return (
    <form className="row wrap noprint" action={action} method="get">
      <label>
        {t('learning.from')}
        <input type="month" name="from" defaultValue={from ?? ''} placeholder="2026-01" />
      </label>
      <label>
        {t('learning.to')}
        <input type="month" name="to" defaultValue={to ?? ''} placeholder="2026-12" />
      </label>
      {offices.length === 0 ? null : (
        <label>
          {t('learning.office')}
          <select name="office" defaultValue={office ?? ''}>
            <option value="">{t('learning.all_offices')}</option>
            {offices.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button className="btn alt">{t('learning.show')}</button>
    </form>
  )
}
