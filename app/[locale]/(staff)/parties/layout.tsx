import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function PartiesLayout({ children, params }: LayoutProps<'/[locale]/parties'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="parties">
      {children}
    </StaffFrame>
  )
}
