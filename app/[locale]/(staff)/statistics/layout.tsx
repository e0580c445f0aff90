import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function StatisticsLayout({ children, params }: LayoutProps<'/[locale]/statistics'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="statistics">
      {children}
    </StaffFrame>
  )
}
