export { valueName } from '@/lib/i18n/statistic-names'
