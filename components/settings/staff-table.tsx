import type { StaffRole } from '@/lib/access/policy'
import type { Translator } from '@/lib/i18n/translate'

/** active: signs in; invited: has an open link and no password yet; link_over: neither; disabled: shut out. */
export type StaffStanding = 'active' | 'invited' | 'link_over' | 'disabled'

export type StaffTableRow = {
  readonly id: string
  readonly href: string
  readonly displayName: string
  readonly email: string
  readonly role: StaffRole
  readonly standing: StaffStanding
  readonly isYou: boolean
}

/** Everybody of the office; on a phone a row is a card. The roles say so where CSS makes a table something else. */
export function StaffTable({ t, rows }: { t: Translator; rows: readonly StaffTableRow[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('settings.users_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('settings.person')}
          </th>
          <th role="columnheader" scope="col">
            {t('settings.role')}
          </th>
          <th role="columnheader" scope="col">
            {t('settings.standing')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <th role="rowheader" scope="row" className="full">
              <a href={row.href}>{row.displayName}</a>
              {row.isYou ? ` ${t('settings.you')}` : null}
              <small>{row.email}</small>
            </th>
            <td role="cell">{t(`codes.staff_role.${row.role}`)}</td>
            <td role="cell" className="end">
              {t(`settings.standing_${row.standing}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
