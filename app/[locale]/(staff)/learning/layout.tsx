import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function LearningLayout({ children, params }: LayoutProps<'/[locale]/learning'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="learning">
      {children}
    </StaffFrame>
  )
}
