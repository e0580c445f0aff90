import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function NoticesLayout({ children, params }: LayoutProps<'/[locale]/notices'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="notices">
      {children}
    </StaffFrame>
  )
}
