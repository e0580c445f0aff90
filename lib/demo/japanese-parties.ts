/** Invented companies in Japan; 見本 and みほん mean "sample". */
export const ACCEPTING_COMPANIES = [
  'Mihon Foods Co., Ltd. (みほん食品株式会社)',
  'Mihon Sewing Ltd. (見本縫製有限会社)',
  'Kabushiki Kaisha Mihon Kensetsu (株式会社見本建設)',
  'Mihon Farm (みほん農園)',
  'Mihon Metal Works (見本金属工業)',
  'Mihon Marine Products (見本水産)',
] as const

/** Invented supervising organisations. */
export const SUPERVISING_ORGANIZATIONS = [
  'Minato Mihon Cooperative (みなと見本協同組合)',
  'Kita Mihon Cooperative (北見本事業協同組合)',
  'Mihon International Exchange Cooperative (見本国際交流協同組合)',
] as const
