import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function CasesLayout({ children, params }: LayoutProps<'/[locale]/cases'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="cases">
      {children}
    </StaffFrame>
  )
}
