import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function ReferralsLayout({ children, params }: LayoutProps<'/[locale]/referrals'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="referrals">
      {children}
    </StaffFrame>
  )
}
