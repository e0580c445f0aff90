import { fileOfItem } from '@/lib/domain/referral/data-items'
import type { Translator } from '@/lib/i18n/translate'
import { bodyWord, wordOf } from './words'

/** What an item is, as the office says it; a file by its name where that is known. */
export function itemWord(t: Translator, item: string, files: readonly { id: string; name: string }[] = []): string {
  const file = fileOfItem(item)
  if (file === null) return wordOf(t, `referrals.item_${item}`, wordOf(t, `cases.data_item_${item}`, item))
  const name = files.find(({ id }) => id === file)?.name
  return name === undefined ? t('referrals.item_file') : t('referrals.file_item', { name })
}

/** What a referral is for. */
export function purposeWord(t: Translator, purpose: string): string {
  return wordOf(t, `referrals.purpose_${purpose}`, purpose)
}

/** How a referral stands. */
export function referralStateWord(t: Translator, state: string): string {
  return wordOf(t, `referrals.state_${state}`, state)
}

/** Who a referral goes to: an office of this system by its name, a body by its word. */
export function recipientWord(t: Translator, recipient: string, officeName: string | null): string {
  return officeName ?? bodyWord(t, recipient)
}
