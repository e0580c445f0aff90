import { redirect } from 'next/navigation'

/**
 * Ends a request for something that is not there or not for this person; the two look the same. It goes to an address that no
 * page has, because the page that Next draws for `notHere(locale)` stays empty without scripts.
 */
export function notHere(locale: string): never {
  redirect(`/${locale}/not-here`)
}
