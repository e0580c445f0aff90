import { FeeLinePage } from '@/app/[locale]/_filing/fee-line-page'
import { feeNumber } from '@/app/[locale]/_filing/fee-page'
import { toLocale } from '@/lib/i18n/locales'
import * as actions from '@/app/[locale]/(staff)/cases/new/actions'
import { staffFiling } from '@/app/[locale]/(staff)/cases/new/staff-filing'

export { generateMetadata } from '../page'

export default async function LinePage({ params, searchParams }: PageProps<'/[locale]/cases/new/fees/[number]'>) {
  const { locale, number } = await params
  return (
    <FeeLinePage
      mode={staffFiling}
      actions={actions}
      locale={toLocale(locale)}
      number={feeNumber(number, locale)}
      search={await searchParams}
    />
  )
}
